import { expect, it } from 'vitest'
import { loadFile, ownPicture, picturePath } from './load-file.ts'

it('asks for a picture by its whole path', async () => {
  const asked: string[] = []
  const picture = await loadFile(async (address) => {
    asked.push(address)
    return new Response('bytes')
  }, picturePath('a/b/logo 1.png'))
  expect(asked).toEqual(['/media/show/a%2Fb%2Flogo%201.png/thumbnail_small'])
  expect(await picture?.text()).toBe('bytes')
})

it('gives nothing when the PIM has no such file or cannot be reached', async () => {
  expect(await loadFile(async () => new Response(null, { status: 404 }), '/x')).toBeNull()
  expect(await loadFile(() => Promise.reject(new TypeError('offline')), '/x')).toBeNull()
})

it('asks nobody else for a picture', () => {
  expect(ownPicture('data:image/png;base64,AAAA')).toBe('data:image/png;base64,AAAA')
  const others = [
    'https://cdn.example.com/a.png',
    '//cdn.example.com/a.png',
    'data:text/html,a',
    '',
  ]
  for (const other of [...others, null, undefined]) expect(ownPicture(other)).toBeNull()
})
