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
