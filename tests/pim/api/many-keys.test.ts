import { expect, test } from 'vitest'
import { buildWriter } from './build-writer.ts'

test('more labels than there are locales in the world are refused in one sentence', async () => {
  const writer = buildWriter()
  const labels = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`l${at}`, 'x']))
  for (const path of ['/categories/seating', '/families/lamps', '/attributes/color/options/red']) {
    const answer = await writer.send('PATCH', path, { labels })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      message: expect.stringContaining('should contain 10000 keys or less') as string,
    })
  }
})
