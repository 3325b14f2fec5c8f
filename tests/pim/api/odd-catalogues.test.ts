import { describe, expect, it } from 'vitest'
import { createMemoryDriver, defaultScenario } from '../../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from '../build-pim.ts'
import { allApiAcls, violationRefusal } from './build-writer.ts'
import { readerToken } from './build-reader.ts'
import { exchange } from './exchange.ts'

interface Stored {
  readonly collection: string
  readonly key: string
  readonly value: unknown
}

// Catalogues that no request leads to, but a state that somebody keeps may hold.

/** A PIM that opens the default state with these changes in it. */
async function open(...changes: readonly Stored[]): Promise<BuiltPim> {
  const driver = createMemoryDriver()
  await driver.commit(changes, 1)
  const { roles, users, oauthClients, accessTokens, nextId } = defaultScenario
  const [admin] = users
  if (!admin) throw new Error('The default scenario has no user')
  const roleId = String(nextId)
  const writer = { ...admin, id: String(nextId + 1), username: 'writer', type: 'api' } as const
  const token = { token: readerToken, clientId: 'app', scope: null, expiresAt: null }
  return buildPim({
    options: { driver },
    scenario: {
      roles: [
        ...roles,
        { id: roleId, code: 'WRITER', label: 'W', type: 'default', acls: allApiAcls },
      ],
      users: [...users, { ...writer, roleId }],
      oauthClients: [
        ...oauthClients,
        { id: 'app', secret: 'of-an-app', grantTypes: ['authorization_code'] },
      ],
      accessTokens: [...accessTokens, { ...token, username: 'writer' }],
      nextId: nextId + 2,
    },
  })
}

describe('a catalogue without an identifying attribute', () => {
  const withoutIdentifier = { collection: 'attributes', key: 'sku', value: undefined }

  it('new products have no identifier, and the others keep theirs', async () => {
    const pim = await open(withoutIdentifier)
    const post = { method: 'POST', path: '/products', body: { identifier: 'stool' } }
    expect((await exchange(post, pim)).body).toEqual(
      violationRefusal({
        property: 'identifier',
        message: 'The identifier attribute cannot be empty.',
      }),
    )
    const path = '/products/armchair-ondrel'
    const patch = { method: 'PATCH', path, body: { enabled: false } }
    expect((await exchange(patch, pim)).status).toBe(204)
    const { body } = await exchange({ path }, pim)
    expect(body).toMatchObject({ identifier: 'armchair-ondrel', enabled: false })
    const { uuid } = body as { uuid: string }
    const byUuid = await exchange({ path: `/products-uuid/${uuid}` }, pim)
    expect(byUuid.body).not.toHaveProperty('values.sku')
  })

  it('new families and channels require nothing, and what requires nothing is complete', async () => {
    const pim = await open(withoutIdentifier)
    const family = { code: 'clocks', attributes: ['name'], attribute_as_label: 'name' }
    const made = await exchange({ method: 'POST', path: '/families', body: family }, pim)
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect((await exchange({ path: '/families/clocks' }, pim)).body).toMatchObject({
      attributes: ['name'],
      attribute_requirements: { ecommerce: [], print: [] },
    })
    const channel = { code: 'tv', currencies: ['EUR'], locales: ['en_US'], category_tree: 'master' }
    await exchange({ method: 'POST', path: '/channels', body: channel }, pim)
    expect((await exchange({ path: '/families/clocks' }, pim)).body).not.toHaveProperty(
      'attribute_requirements.tv',
    )
    const body = { family: 'clocks' }
    const clock = await exchange({ method: 'POST', path: '/products-uuid', body }, pim)
    const uuid = clock.headers['location']?.split('/').at(-1)
    const path = `/products-uuid/${uuid}?with_completenesses=true`
    const { completenesses } = (await exchange({ path }, pim)).body as {
      completenesses: { scope: string; data: number }[]
    }
    expect(completenesses).toContainEqual({ scope: 'tv', locale: 'en_US', data: 100 })
    expect(completenesses).toContainEqual({ scope: 'print', locale: 'en_US', data: 100 })
    const required = { attribute_requirements: { tv: ['name'] } }
    await exchange({ method: 'PATCH', path: '/families/clocks', body: required }, pim)
    expect((await exchange({ path: '/families/clocks' }, pim)).body).toMatchObject(required)
  })

  it('a family without a label is refused', async () => {
    const pim = await open(withoutIdentifier)
    const answer = await exchange({ method: 'POST', path: '/families', body: { code: 'a' } }, pim)
    expect(answer.body).toMatchObject({ errors: [{ property: 'attribute_as_label' }, {}] })
  })
})

describe('a product whose model is not there', () => {
  it('is shown by itself, and can be changed', async () => {
    const first = await open()
    const sand = '/products/tote-bag-bolsena-sand'
    const { uuid } = (await exchange({ path: sand }, first)).body as { uuid: string }
    const pim = await open({
      collection: 'productModels',
      key: 'tote-bag-bolsena',
      value: undefined,
    })
    const { body } = await exchange({ path: `/products-uuid/${uuid}` }, pim)
    expect(body).toMatchObject({ parent: 'tote-bag-bolsena' })
    const change = { enabled: false, values: { color: [] } }
    const answer = await exchange({ method: 'PATCH', path: sand, body: change }, pim)
    expect(answer.status, JSON.stringify(answer.body)).toBe(204)
    expect((await exchange({ path: sand }, pim)).body).toMatchObject({ enabled: false })
  })
})

describe('a record that cannot be one of the catalogue', () => {
  for (const [value, because] of [
    [5, 'the record: Expected an object, found 5'],
    [{ code: 'sku' }, '/type: Is missing'],
  ] as const) {
    it(`${JSON.stringify(value)}: ${because}`, async () => {
      const pim = await open({ collection: 'attributes', key: 'sku', value })
      await expect(pim.ready()).rejects.toThrow(because)
    })
  }
})
