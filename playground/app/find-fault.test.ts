import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findFault } from './find-fault.ts'

const app = readFileSync(
  new URL('../../snippets/get-your-app-token/nodejs/app.mjs', import.meta.url),
  'utf8',
)

/** What is told of a source, with the characters from there to the end of the line. */
function told(source: string): string | undefined {
  const fault = findFault(source)
  return fault && `${fault.message}: ${source.slice(fault.index).split('\n')[0]}`
}

test('the app of the site has no fault, nor have brackets in texts, comments and expressions', () => {
  expect(findFault(app)).toBe(undefined)
  expect(findFault("a = '(' + `[${b}(` // {\nc = /[(]\\/{/.test('it\\'s') / 2 /* } */")).toBe(
    undefined,
  )
})

test.each([
  [
    "get('pim_url') ?? '')",
    "get('pim_url') ?? ''",
    "This ( is never closed: (searchParams.get('pim_url') ?? ''",
  ],
  ['sessions.set(sessionId, {', 'sessions.set(sessionId, ', 'This } closes nothing: })'],
  ['timingSafeEqual(a, b)\n}', 'timingSafeEqual(a, b)\n', 'This { is never closed: {'],
  ["['/callback', callback],\n]", "['/callback', callback],\n", 'This [ is never closed: [\n'],
  [
    '`Access token: ${token}`)\n',
    '`Access token: ${token`)\n',
    'This ${ is never closed: ${token`)',
  ],
  ['    response.end()\n  } else', '    response.end)\n  } else', 'This ) closes nothing: )'],
  ["code is missing.')", 'code is missing.)', "This ' is never closed: 'The code is missing.)"],
  [
    'port}`)',
    'port})',
    'This ` is never closed: `App listening on http://localhost:${server.address().port})',
  ],
] as const)('in the app, %j as %j', (before, after, message) => {
  expect(app.split(before)).toHaveLength(2)
  expect(told(app.replace(before, () => after))).toBe(message.trimEnd())
})

test('where several brackets may be the wrong one, the two that do not fit are told of', () => {
  expect(told('first(\n  [1, 2\n}\n)')).toBe('This } closes nothing: }')
  expect(told('first({\n  a: [1, 2)\n')).toBe('This ) does not close the [ of line 2: )')
})

test('of a template and what it holds, the innermost that is never closed is told', () => {
  expect(told('first(`\n${a')).toBe('This ${ is never closed: ${a')
  expect(told('first(`\n${a}')).toBe('This ` is never closed: `')
})
