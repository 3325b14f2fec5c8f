import { issueAppToken } from '../../domain/app-token.ts'
import { isActivationOn } from '../../domain/edition.ts'
import { signIdToken } from '../../domain/id-token.ts'
import { quote } from '../../domain/text.ts'
import { mediaType } from '../../http/body.ts'
import { readForm, readJsonParameters, type Parameters } from '../../http/parameters.ts'
import { json } from '../../http/respond.ts'
import { createRouter, type PimContext, type PimRouter } from '../router.ts'
import { refusal, tokenProblem } from './problem.ts'

/** `POST /connect/apps/v1/oauth2/token`: an app exchanges a code for its token (contract F). */
export function appTokenRoutes(): PimRouter {
  const router = createRouter()
  router.onError(tokenProblem)
  router.post('/connect/apps/v1/oauth2/token', async (context) => {
    if (!isActivationOn(context.env.operation)) return refusal(context, 404, 'Not Found')
    const parameters = readParameters(context)
    if (!parameters) {
      context.env.operation.check('body.json', false, 'The body is no JSON')
      return refusal(context, 400, 'Invalid json message received')
    }
    const token = issueAppToken(context.env.operation, {
      clientId: parameters.get('client_id') ?? '',
      code: parameters.get('code') ?? '',
      grantType: parameters.get('grant_type') ?? '',
      codeIdentifier: parameters.get('code_identifier') ?? '',
      codeChallenge: parameters.get('code_challenge') ?? '',
    })
    return json(
      context,
      200,
      {
        access_token: token.accessToken,
        token_type: 'bearer',
        scope: token.scope,
        ...(token.idToken && { id_token: await signIdToken(token.idToken) }),
      },
      // RFC 6749 section 5.1
      { 'cache-control': 'no-store', pragma: 'no-cache' },
    )
  })
  return router
}

/** The parameters of a form or a JSON body; of any other body there are none. Undefined for broken JSON. */
function readParameters(context: PimContext): Parameters | undefined {
  const { operation, body } = context.env
  const type = mediaType(context.req.header('content-type'))
  if (type === 'application/x-www-form-urlencoded') return readForm(body)
  if (type === 'application/json') return readJsonParameters(body)
  const because = `The body is ${type ? quote(type) : 'of no Content-Type'}: only forms and JSON are read`
  operation.check('content-type.read', false, because)
  return new Map()
}
