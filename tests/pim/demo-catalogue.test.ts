import { expect, it } from 'vitest'
import { itemsOf, type Listed } from './api/build-reader.ts'
import { buildWriter } from './api/build-writer.ts'

type Entity = Record<string, unknown>

for (const [path, size] of [
  ['/products-uuid', 1200],
  ['/products', 1200],
  ['/product-models', 128],
] as const) {
  it(`everything in ${path} of the demo catalogue keeps to the rules of the PIM when it is sent back`, async () => {
    const writer = buildWriter()
    let sent = 0
    for (let page = 1; sent < size; page += 1) {
      const list = await writer.read<Listed<Entity>>(`${path}?limit=100&page=${page}`)
      const lines = itemsOf(list).map(({ _links, ...entity }) => entity)
      expect(lines).not.toHaveLength(0)
      const answers = await writer.batch(path, lines)
      expect(answers.filter((answer) => (answer as Entity)['status_code'] !== 204)).toEqual([])
      sent += answers.length
    }
    expect(sent).toBe(size)
  })
}
