import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  anyCode,
  anyDocument,
  anyEntity,
  anyHeader,
  anyLikelyChange,
  anyPath,
  lists,
} from './arbitrary-changes.ts'
import { readerToken } from './build-reader.ts'
import { buildWriter, type Writer } from './build-writer.ts'

// A campaign of many more runs: PROPERTY_SCALE=100 npx vitest run …
const scale = Number(process.env['PROPERTY_SCALE'] ?? 1)

const documented = new Set([200, 201, 204, 400, 401, 403, 404, 405, 406, 413, 415, 422])
const collectionType = 'application/vnd.akeneo.collection+json'

let writer: Writer
let shown: string

beforeEach(async () => {
  writer = buildWriter()
  shown = JSON.stringify(await writer.dump())
})

interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array
}

/** A documented answer, and a catalogue that a refused request leaves as it was. */
async function expectAnswer({ method, path, headers, body }: Sent): Promise<void> {
  const isRead = method === 'GET' || method === 'HEAD'
  const response = await writer.pim.send(`/api/rest/v1${path}`, {
    method,
    headers,
    ...(!isRead && { body: typeof body === 'string' ? body : body.slice() }),
  })
  const text = await response.text()
  expect(documented, `${method} ${path} ${text}`).toContain(response.status)
  const now = JSON.stringify(await writer.dump())
  if (isRefused(response.status, text)) expect(now, `${method} ${path}`).toBe(shown)
  shown = now
}

/** Whether a whole request was refused: by its status, or by that of every line. */
function isRefused(status: number, text: string): boolean {
  if (status !== 200 || !text.startsWith('{"line":1')) return status >= 400
  const lines = text.split('\n').map((line) => JSON.parse(line) as { status_code: number })
  for (const line of lines) expect(documented).toContain(line.status_code)
  return lines.every((line) => line.status_code >= 400)
}

describe('any bytes in a change', () => {
  it('are answered when they are no JSON, whatever the headers say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('POST', 'PATCH', 'PUT', 'DELETE', 'GET'),
        anyPath,
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('application/json', collectionType, 'text/plain', ''),
        fc.oneof(fc.constant(`Bearer ${readerToken}`), anyHeader),
        anyHeader,
        async (method, path, body, type, authorization, accept) => {
          const headers = { 'content-type': type, authorization, accept }
          await expectAnswer({ method, path, headers, body })
        },
      ),
      { numRuns: 60 * scale },
    )
  })

  it('are answered when they are an entity', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('POST', 'PATCH', 'PUT'),
        anyPath,
        anyDocument,
        async (method, path, document) => {
          const headers = {
            'content-type': 'application/json',
            authorization: `Bearer ${readerToken}`,
          }
          await expectAnswer({ method, path, headers, body: JSON.stringify(document) })
        },
      ),
      { numRuns: 200 * scale },
    )
  })

  it('are answered when they are lines of a batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...lists),
        fc.array(
          fc
            .tuple(fc.constantFrom('code', 'identifier', 'uuid'), anyCode, anyEntity)
            .map(([key, code, entity]) => JSON.stringify({ ...entity, [key]: code })),
          { maxLength: 4 },
        ),
        async (path, lines) => {
          const headers = {
            'content-type': collectionType,
            authorization: `Bearer ${readerToken}`,
          }
          await expectAnswer({ method: 'PATCH', path, headers, body: lines.join('\n') })
        },
      ),
      { numRuns: 100 * scale },
    )
  })

  it('are answered when they come close to a change that is right', async () => {
    await fc.assert(
      fc.asyncProperty(anyLikelyChange, async ([method, path, entity]) => {
        const headers = {
          'content-type': 'application/json',
          authorization: `Bearer ${readerToken}`,
        }
        await expectAnswer({ method, path, headers, body: JSON.stringify(entity) })
      }),
      { numRuns: 150 * scale },
    )
  })

  it('are refused when they are nested deeper than PHP reads, or ten million long', async () => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${readerToken}` }
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const long = JSON.stringify({ identifier: 'a'.repeat(10_000_000) })
    for (const [body, status] of [
      [deep, 400],
      [`{"values":${deep}}`, 400],
      [long, 422],
    ] as const) {
      const started = performance.now()
      const answer = await writer.send('POST', '/products', body, headers)
      expect(answer.status).toBe(status)
      expect(performance.now() - started).toBeLessThan(1000)
    }
    expect(JSON.stringify(await writer.dump())).toBe(shown)
  })
})
