import type { DescribedOperation } from './described-operations.ts'

type Shape = (body: unknown) => boolean
type Tag = DescribedOperation['tag']

/**
 * Whether a body is one of the shapes that refusals have in a vocabulary (contract B.4, C, D.3, E.6, F, H.1, I.3). What
 * no route answers is told in the words of the REST API.
 */
export function isProblem(body: unknown, status: number, tag: Tag | undefined): boolean {
  const message = { code: is(status), message: text }
  const plain = object(message)
  const shapes: Readonly<Record<Tag, readonly Shape[]>> = {
    'REST API': [
      plain,
      object({ ...message, errors: list(violation) }),
      object({ ...message, _links: object({ documentation: object({ href: text }) }) }),
      ...(status === 401 ? oauth : []),
      ...(status === 422
        ? [object({ errors: list(object({ propertyPath: text, message: text })) })]
        : []),
    ],
    OAuth: [plain, ...oauth, is('No OpenId keys')],
    Screens: [
      plain,
      text,
      is(null),
      object({ error: text }),
      object({ message: text }),
      object({ message: text, errors: list(object({ name: text, reason: text })) }),
      object({ message: text, errors: list(object({ field: text, message: text })) }),
      object({ errors: list(object({ propertyPath: text, message: text })) }),
      object({ message: text, errors: list(object({ propertyPath: text, message: text })) }),
      object({ errors: list(object({ message: text, property_path: text })) }),
      object({ errors: list(object({ message: text })) }),
    ],
    Control: [plain, object({ ...message, pointer: text })],
  }
  return (tag ? shapes[tag] : [plain]).some((shape) => shape(body))
}

const oauth = [object({ error: text }), object({ error: text, error_description: text })]

function text(body: unknown): boolean {
  return typeof body === 'string'
}

/** With property and message, and with what else a value or a product is told by. */
function violation(body: unknown): boolean {
  if (!isRecord(body)) return false
  const others = new Set(['property', 'message', 'attribute', 'locale', 'scope', 'currency'])
  return (
    text(body['property']) &&
    text(body['message']) &&
    Object.keys(body).every((name) => others.has(name))
  )
}

function is(value: unknown): Shape {
  return (body) => body === value
}

function list(item: Shape): Shape {
  return (body) => Array.isArray(body) && body.length > 0 && body.every((each) => item(each))
}

/** Exactly these properties. */
function object(properties: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(properties)
  return (body) =>
    isRecord(body) &&
    Object.keys(body).length === entries.length &&
    entries.every(([name, shape]) => Object.hasOwn(body, name) && shape(body[name]))
}

function isRecord(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}
