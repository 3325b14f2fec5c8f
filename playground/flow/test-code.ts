import { headerOf, type Exchange } from './exchange.ts'

/**
 * A test for Node.js that sends the request of an exchange and expects its answer: status, address of a redirect, and
 * the body of a refusal word for word, of a success by the names in it, since codes and tokens are new each time.
 */
export function toTestCode({ title, request, response }: Exchange): string {
  const init = [
    ...(request.method === 'GET' ? [] : [`method: ${quote(request.method)}`]),
    ...(Object.keys(request.headers).length === 0
      ? []
      : [`headers: ${indent(JSON.stringify(request.headers, null, 2), 4)}`]),
    ...(request.body === '' ? [] : [`body: ${bodyOf(request)}`]),
    `redirect: 'manual'`,
  ]
  const lines = [
    `import assert from 'node:assert/strict'`,
    `import { test } from 'node:test'`,
    '',
    `test(${quote(title)}, async () => {`,
    `  const response = await fetch(${quote(request.url)}, {`,
    ...init.map((line) => `    ${line},`),
    '  })',
    ...(response ? expectations(response) : []),
    '})',
    '',
  ]
  return lines.join('\n')
}

function bodyOf(request: Exchange['request']): string {
  const text = quote(request.body)
  // Of a text, fetch would say that it is plain.
  return headerOf(request, 'content-type') === undefined
    ? `new TextEncoder().encode(${text})`
    : text
}

function expectations(response: NonNullable<Exchange['response']>): string[] {
  const location = headerOf(response, 'location')
  const body = readJson(response.body)
  return [
    `  assert.equal(response.status, ${response.status})`,
    // The values behind it are new each time.
    ...(location === undefined
      ? []
      : [
          `  const location = response.headers.get('location') ?? ''`,
          `  assert.equal(location.split('?')[0], ${quote(location.split('?')[0] ?? '')})`,
        ]),
    ...(body === undefined
      ? []
      : response.status >= 400
        ? [`  assert.deepEqual(await response.json(), ${indent(JSON.stringify(body, null, 2), 2)})`]
        : [
            `  assert.deepEqual(Object.keys(await response.json()), ${JSON.stringify(Object.keys(body))})`,
          ]),
  ]
}

function readJson(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined
  } catch {
    return undefined
  }
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function indent(text: string, by: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(by)}`)
}
