import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import type { HttpRequest } from '../../../flow/exchange.ts'
import { toClientCode } from './client-code.ts'

const folder = mkdtempSync(join(tmpdir(), 'client-code-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read: HttpRequest = {
  method: 'GET',
  url: 'https://my-pim.example.com/api/rest/v1/products?search=%7B%22a%22%3A1%7D&limit=10',
  headers: { accept: 'application/json', authorization: 'Bearer hidden-token' },
  body: '',
}
const change: HttpRequest = {
  method: 'PATCH',
  url: 'https://my-pim.example.com/api/rest/v1/products/l%C3%A4mpchen',
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: '{\n  "family": "it\'s $a `b` \\\\ \\"c\\" ${d}",\n  "label": "Lämpchen 灯 \u{1F4A1}"\n}',
}

const commands = {
  PHP: ['code.php', 'php', '-l'],
  'Node.js': ['code.mjs', 'node', '--check'],
  Python: ['code.py', 'python3', '-m', 'py_compile'],
  Java: ['CallApi.java', 'javac', '-d', folder],
} as const

for (const [language, [fileName, command, ...options]] of Object.entries(commands)) {
  test.each([
    ['a list', read],
    ['a change with quotes, line breaks and letters of all kinds', change],
  ])(
    `${language} is taken by its own parser: %s`,
    (_name, request) => {
      const file = write(fileName, toClientCode(request, language as keyof typeof commands))
      execFileSync(command, [...options, file], { stdio: 'pipe' })
    },
    60_000,
  )
}

test.each([
  ['PHP', 'code.php', 'php'],
  ['Node.js', 'code.mjs', 'node'],
  ['Python', 'code.py', 'python3'],
] as const)(
  '%s sends what the page sends',
  async (language, fileName, command) => {
    const received: (IncomingMessage & { text: string })[] = []
    const server = createServer(async (request, response) => {
      let text = ''
      for await (const chunk of request.setEncoding('utf8')) text += chunk as string
      received.push(Object.assign(request, { text }))
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const file = write(fileName, toClientCode(change, language))
    const env = { ...process.env, PIM_URL: `http://127.0.0.1:${port}`, ACCESS_TOKEN: 'token' }
    const { stdout } = await promisify(execFile)(command, [file], { env })
    server.close()
    expect(received).toHaveLength(1)
    const [{ method, url, headers, text } = expect.fail()] = received
    expect(stdout).toMatch(/200[^{]*\{\}/)
    expect({ method, url, text }).toEqual({
      method: 'PATCH',
      url: '/api/rest/v1/products/l%C3%A4mpchen',
      text: change.body,
    })
    expect(headers['content-type']).toBe('application/json')
    expect(headers.authorization).toBeUndefined()
  },
  60_000,
)

test('the token stands in no program, but in the curl command', () => {
  for (const language of ['PHP', 'Node.js', 'Python', 'Java'] as const) {
    expect(toClientCode(read, language)).not.toContain('hidden-token')
    expect(toClientCode(read, language)).toContain('ACCESS_TOKEN')
  }
  expect(toClientCode(read, 'curl')).toContain('Bearer hidden-token')
})

function write(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
