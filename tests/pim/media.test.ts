import { expect, test } from 'vitest'
import { buildPim } from './build-pim.ts'

test('[B.4] POST /media/: a picture is uploaded, used as an image and shown', async () => {
  const pim = buildPim()
  const form = new FormData()
  form.append('file', new File([new Uint8Array([137, 80, 78, 71])], 'logo.png'))
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  const upload = await pim.send('/media/', { method: 'POST', body: form, headers })
  const { originalFilename, filePath } = (await upload.json()) as Record<string, string>
  expect(originalFilename).toBe('logo.png')
  const body = { label: 'Fernwood', flow_type: 'other', image: filePath }
  const saved = await pim.screen('POST', '/rest/connections/fernwood_erp', body)
  expect(saved.status).toBe(204)
  const shown = await pim.send(`/media/show/${encodeURIComponent(filePath ?? '')}/thumbnail`)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect([...new Uint8Array(await shown.arrayBuffer())]).toEqual([137, 80, 78, 71])
})

test.each([
  ['a text file', new File(['hello'], 'notes.txt')],
  ['no file name', new File(['hello'], '')],
  ['a name without an extension', new File(['hello'], 'logo')],
  ['a picture of more than 2 MB', new File([new Uint8Array(2_000_001)], 'large.png')],
])('[B.4] POST /media/ with %s answers 422', async (_, file) => {
  const pim = buildPim()
  const form = new FormData()
  form.append('file', file)
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  const response = await pim.send('/media/', { method: 'POST', body: form, headers })
  expect(response.status).toBe(422)
  expect((await pim.dump()).files).toEqual([])
})

test('[B.4] POST /media/ without a form answers 422', async () => {
  expect((await buildPim().screen('POST', '/media/', { file: 'x' })).status).toBe(422)
})

test('[B.4] POST /media/ is known by its older address too', async () => {
  const form = new FormData()
  form.append('file', new File([new Uint8Array([137, 80, 78, 71])], 'logo.png'))
  const headers = { 'x-requested-with': 'XMLHttpRequest' }
  const upload = await buildPim().send('/rest/media/', { method: 'POST', body: form, headers })
  expect(await upload.json()).toMatchObject({ originalFilename: 'logo.png' })
})

test.each(['../../etc/logo.png', 'C:\\pictures\\logo.png', '/logo.png'])(
  '[B.4] POST /media/ keeps only the name of %s, no path',
  async (name) => {
    const pim = buildPim()
    const form = new FormData()
    form.append('file', new File(['GIF89a'], name))
    const headers = { 'x-requested-with': 'XMLHttpRequest' }
    const upload = await pim.send('/media/', { method: 'POST', body: form, headers })
    expect(await upload.json()).toMatchObject({
      originalFilename: 'logo.png',
      filePath: expect.stringMatching(/_logo\.png$/) as string,
    })
  },
)
