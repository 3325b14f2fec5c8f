import { expect, test } from 'vitest'
import { buildCatalog } from './api/build-catalog.ts'
import { exchange } from './api/exchange.ts'

test.each([['uuid'], [{ uuid: true }], [['uuid', 5]], [[['uuid']]]])(
  'PUT of a mapping schema whose required is %j, no list of names, is refused and keeps nothing',
  async (required) => {
    const { pim, path } = await buildCatalog()
    const address = `${path}/mapping-schemas/product`
    const schema = {
      $schema: 'https://api.akeneo.com/mapping/product/0.0.9/schema',
      properties: { uuid: { type: 'string' } },
    }
    const refused = await exchange(
      { method: 'PUT', path: address, body: { ...schema, required } },
      pim,
    )
    expect(refused.status).toBe(422)
    expect((await exchange({ path: address }, pim)).status).toBe(404)
    const body = { ...schema, required: ['uuid'] }
    expect((await exchange({ method: 'PUT', path: address, body }, pim)).status).toBe(204)
  },
)
