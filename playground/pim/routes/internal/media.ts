import { connectAcls } from '../../contract/acls.ts'
import { requireAcl } from '../../domain/caller.ts'
import { PimError } from '../../domain/error.ts'
import { keepFile, readFile } from '../../domain/uploaded-file.ts'
import { json } from '../../http/respond.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { onlyFromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'

/** Pictures of connections: uploaded by a screen (contract B.4), shown by an `<img>`. */
export function mediaRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)

  const upload = async (context: PimContext): Promise<Response> => {
    const picture = await readUpload(context)
    return onlyFromScreen((_, caller) => {
      const { operation } = context.env
      requireAcl(operation, caller, connectAcls.manageConnections)
      if (!picture) throw new PimError('unprocessable', 'The body has no "file".')
      const file = keepFile(operation, picture.name, picture.content)
      return json(context, 200, { originalFilename: file.name, filePath: file.path })
    })(context)
  }
  router.post('/media/', upload)
  // Its address in older builds.
  router.post('/rest/media/', upload)

  router.get('/media/show/:path/:filter', (context) => {
    const [file, content] = readFile(context.env.operation, parameter(context, 'path'))
    const headers = { 'content-type': file.mimeType, 'x-content-type-options': 'nosniff' }
    return new Response(content, { headers })
  })

  return router
}

/** The file of a form, or undefined when the body is no form or has none. */
async function readUpload(
  context: PimContext,
): Promise<{ name: string; content: Uint8Array } | undefined> {
  const headers = { 'content-type': context.req.header('content-type') ?? '' }
  try {
    const form = await new Response(context.env.body as Uint8Array<ArrayBuffer>, {
      headers,
    }).formData()
    const file = form.get('file')
    if (!(file instanceof File)) return undefined
    return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }
  } catch {
    return undefined
  }
}
