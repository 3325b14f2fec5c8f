import { expect } from 'vitest'
import { operationsAt, type DescribedOperation } from './described-operations.ts'
import { isProblem } from './problem-shapes.ts'
import type { Answer } from './watched-pim.ts'

/** Holds an answer against the PIM's own description: status and shape of the body. Throws when they differ. */
export function expectDocumented(
  operations: readonly DescribedOperation[],
  request: Request,
  answer: Answer,
  host: string,
): void {
  const { host: asked, pathname } = new URL(request.url)
  const at = operationsAt(operations, pathname)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const meant = at.filter((operation) => operation.method === method)
  if (asked !== host) expect(answer.status).toBe(421)
  else if (meant.length > 0) {
    expect([...new Set(meant.flatMap(({ statuses }) => statuses))]).toContain(answer.status)
  } else expect(answer.status).toBe(at.length > 0 ? 405 : 404)
  const isWithoutBody = request.method === 'HEAD' && answer.text === ''
  if (!isWithoutBody) expectBody(answer, meant[0]?.tag)
}

function expectBody(
  { status, headers, text }: Answer,
  tag: DescribedOperation['tag'] | undefined,
): void {
  const type = headers.get('content-type')
  if (status === 204 || status === 302) {
    expect(text).toBe('')
    if (status === 302) expect(headers.get('location')).toMatch(/^[\x21-\x7e]+$/)
    return
  }
  if (status === 201 && tag === 'REST API' && text === '') {
    expect(headers.get('location')).toMatch(/^https:/)
    return
  }
  if (type?.startsWith('text/html')) {
    // A page that a browser visits.
    expect(['OAuth', 'Screens']).toContain(tag)
    expect(text).not.toMatch(/<script/i)
    return
  }
  if (status < 400) return
  expect(type).toBe('application/json')
  expect(text).not.toMatch(/\bat \S+ \(.*:\d+:\d+\)|node_modules|\.ts:\d+/)
  expect(isProblem(JSON.parse(text) as unknown, status, tag), 'a documented shape').toBe(true)
}
