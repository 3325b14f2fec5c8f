import { expect, test } from 'vitest'
import { TextResponse } from './text-response.ts'
import { encodeText, joinText, KeptText } from './text.ts'

const parts = ['{"name":', new KeptText('"Œuvre 🛋"'), ',"plain":"a', '"}']
const bytes = new TextEncoder().encode(joinText(parts))

function respond(): TextResponse {
  return new TextResponse(parts, { status: 201, headers: { 'content-type': 'application/json' } })
}

test('parts are joined in their order, and encoded as their whole is', () => {
  expect(joinText(parts)).toBe('{"name":"Œuvre 🛋","plain":"a"}')
  expect(encodeText(parts)).toEqual(bytes)
  expect(encodeText([])).toEqual(new Uint8Array())
})

test('parts are encoded into room that is there, if it is enough', () => {
  const enough = new Uint8Array(200).fill(7)
  expect(encodeText(parts, enough)).toEqual(bytes)
  expect(encodeText(parts, enough).buffer).toBe(enough.buffer)
  const tooSmall = new Uint8Array(10)
  expect(encodeText(parts, tooSmall)).toEqual(bytes)
  expect(tooSmall).toEqual(new Uint8Array(10))
})

test('a text response is a response', () => {
  const response = respond()
  expect(response).toBeInstanceOf(Response)
  expect(response.status).toBe(201)
  expect(response.ok).toBe(true)
  expect([...response.headers]).toEqual([['content-type', 'application/json']])
  expect(response.bodyUsed).toBe(false)
})

const ways: readonly [string, (response: Response) => Promise<unknown>, expected: unknown][] = [
  ['text', (response) => response.text(), joinText(parts)],
  ['json', (response) => response.json(), { name: 'Œuvre 🛋', plain: 'a' }],
  ['arrayBuffer', async (response) => new Uint8Array(await response.arrayBuffer()), bytes],
  ['bytes', (response) => response.bytes(), bytes],
  ['blob', async (response) => (await response.blob()).type, 'application/json'],
  ['body', async ({ body }) => new Uint8Array(await new Response(body).arrayBuffer()), bytes],
]

test.each(ways)('it can be read once: %s', async (_, read, expected) => {
  const response = respond()
  expect(await read(response)).toEqual(expected)
  expect(response.bodyUsed).toBe(true)
  await expect(response.text()).rejects.toThrow(TypeError)
  await expect(response.bytes()).rejects.toThrow(TypeError)
  await expect(response.blob()).rejects.toThrow(TypeError)
  expect(() => response.clone()).toThrow(TypeError)
  expect(response.body?.locked ?? true).toBe(true)
})

test.each(ways)(
  'a clone is read on its own, also after the stream was made: %s',
  async (_, read, expected) => {
    const response = respond()
    const early = response.clone()
    expect(response.body).not.toBeNull()
    const late = response.clone()
    for (const each of [response, early, late]) {
      expect(each.status).toBe(201)
      expect(each.headers.get('content-type')).toBe('application/json')
      expect(await read(each)).toEqual(expected)
    }
  },
)

test('a form is read as one', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const form = await new TextResponse(['a=', '1'], { headers: type }).formData()
  expect(form.get('a')).toBe('1')
})
