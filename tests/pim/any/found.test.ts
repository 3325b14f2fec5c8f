import { expect, test } from 'vitest'
import { buildWriter } from '../api/build-writer.ts'

// What the property-based tests found, each as the one request that showed it.

test('a mapping schema whose type cannot become a text is refused', async () => {
  const writer = buildWriter()
  const made = await writer.send('POST', '/catalogs', { name: 'Autumn' })
  const { id } = made.body as { id: string }
  const type = { toString: 1, valueOf: 1 }
  const answer = await writer.send('PUT', `/catalogs/${id}/mapping-schemas/product`, {
    $schema: 'https://api.akeneo.com/mapping/product/0.0.2/schema',
    properties: { uuid: { type: 'string' }, title: { type } },
  })
  expect(answer.status).toBe(422)
})

test('a list of a million items in the place of an entity is refused in no time', async () => {
  const writer = buildWriter()
  await writer.read('/families/lamps')
  const body = `[${'0,'.repeat(1_000_000)}0]`
  const before = process.cpuUsage()
  const answer = await writer.send('PATCH', '/families/lamps', body)
  const { user, system } = process.cpuUsage(before)
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ message: expect.stringContaining('Property "0"') as string })
  expect((user + system) / 1000).toBeLessThan(2000)
})
