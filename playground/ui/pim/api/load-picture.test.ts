import { expect, it } from 'vitest'
import { loadPicture } from './load-picture.ts'

it('asks for the picture by its whole path', async () => {
  const asked: string[] = []
  const picture = await loadPicture(async (address) => {
    asked.push(address)
    return new Response('bytes')
  }, 'a/b/logo 1.png')
  expect(asked).toEqual(['/media/show/a%2Fb%2Flogo%201.png/thumbnail_small'])
  expect(await picture?.text()).toBe('bytes')
})

it('gives nothing when the PIM has no such picture or cannot be reached', async () => {
  expect(await loadPicture(async () => new Response(null, { status: 404 }), 'x')).toBeNull()
  expect(await loadPicture(() => Promise.reject(new TypeError('offline')), 'x')).toBeNull()
})
