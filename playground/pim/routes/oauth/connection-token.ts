import { issueConnectionToken } from '../../domain/connection-token.ts'
import { basicCredentials } from '../../http/authorization.ts'
import { readForm, readJsonParameters, type Parameters } from '../../http/parameters.ts'
import { json } from '../../http/respond.ts'
import { createRouter, type PimContext, type PimRouter } from '../router.ts'
import { messageProblem, refusal } from './problem.ts'

const largestBody = 300
const types = '"application/json" or "application/x-www-form-urlencoded"'

/** `POST /api/oauth/v1/token`: tokens of connections (contract C). */
export function connectionTokenRoutes(): PimRouter {
  const router = createRouter()
  router.onError(messageProblem)
  router.post('/api/oauth/v1/token', (context) => {
    const { operation, body } = context.env
    const isSmall = body.length <= largestBody
    if (!operation.check('body.small', isSmall, `The body has ${body.length} bytes`)) {
      const message = `Request content exceeded the maximum allowed size of ${largestBody} bytes`
      return refusal(context, 413, message)
    }
    const parameters = readParameters(context)
    if (parameters instanceof Response) return parameters
    const basic = basicCredentials(context.req.header('authorization'))
    const pair = issueConnectionToken(operation, {
      grantType: parameters.get('grant_type') ?? '',
      clientId: basic?.name ?? parameters.get('client_id') ?? '',
      clientSecret: basic?.password ?? parameters.get('client_secret') ?? '',
      username: parameters.get('username') ?? '',
      password: parameters.get('password') ?? '',
      refreshToken: parameters.get('refresh_token') ?? '',
    })
    return json(
      context,
      200,
      {
        access_token: pair.accessToken,
        expires_in: pair.expiresIn,
        token_type: 'bearer',
        scope: null,
        refresh_token: pair.refreshToken,
      },
      // RFC 6749 section 5.1
      { 'cache-control': 'no-store', pragma: 'no-cache' },
    )
  })
  return router
}

/** The parameters of the body, or the answer that says why there are none. */
function readParameters(context: PimContext): Parameters | Response {
  const { operation, body } = context.env
  const given = context.req.header('content-type')?.split(';', 1)[0]?.trim() ?? ''
  const type = given.toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return readForm(body)
  if (type === 'application/json') {
    const parameters = readJsonParameters(body)
    if (parameters) return parameters
    operation.check('body.json', false, 'The body is no JSON')
    return refusal(context, 400, 'Invalid json message received')
  }
  const found = given === '' ? 'The Content-Type header is missing' : `The body is ${given}`
  operation.check('content-type.allowed', false, `${found}; allowed is ${types}`)
  const message =
    given === ''
      ? `The "Content-Type" header is missing. ${types} has to be specified as value.`
      : `"${given}" in "Content-Type" header is not valid. Only ${types} are allowed.`
  return refusal(context, 415, message)
}
