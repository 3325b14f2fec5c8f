import { expect, test } from 'vitest'
import type { BuiltPim } from './build-pim.ts'
import { buildTracked } from './tracked.ts'

const day = 24 * 60 * 60 * 1000
const products = '/api/rest/v1/products'
const audit = '/rest/connections/audit'

interface Item {
  connection_code: string
  date_time: string
  content: Record<string, unknown> & { product?: Record<string, unknown> }
}

async function json(pim: BuiltPim, path: string): Promise<unknown> {
  const response = await pim.screen('GET', path)
  expect(response.status).toBe(200)
  return response.json()
}

async function errorsOf(pim: BuiltPim, code: string, query = ''): Promise<Item[]> {
  return (await json(pim, `/rest/connections/${code}/business-errors${query}`)) as Item[]
}

test('[J.2] GET /rest/connections/audit/error-count-per-connection: a broken rule is business, a wrong request technical', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  const broken = { identifier: 'with,comma', family: 'lamps' }
  expect((await pim.api('POST', products, { token, body: broken })).status).toBe(422)
  for (const wrong of [{ enabled: 'perhaps' }, { colour: 'blue' }]) {
    const body = { identifier: 'harbour-lamp', ...wrong }
    expect((await pim.api('POST', products, { token, body })).status).toBe(422)
  }
  const path = `${audit}/error-count-per-connection`
  expect(await json(pim, `${path}?error_type=business`)).toEqual({ fernwood_erp: 0, [code]: 1 })
  expect(await json(pim, `${path}?error_type=technical`)).toEqual({ fernwood_erp: 0, [code]: 2 })
  pim.wait(7 * day)
  expect(await json(pim, `${path}?error_type=business`)).toEqual({ fernwood_erp: 0, [code]: 0 })
  expect(await json(pim, `${path}?error_type=business&end_date=2024-05-06`)).toMatchObject({
    [code]: 1,
  })
})

test('[J.2] GET /rest/connections/audit/weekly-error: both types by day, the first of 8 days apart', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  await pim.api('POST', products, { token, body: { identifier: 'with,comma' } })
  await pim.api('POST', products, { token, body: { identifier: 'a', enabled: 'perhaps' } })
  const errors = (await json(pim, `${audit}/weekly-error`)) as Record<string, unknown>
  expect(Object.keys(errors)).toEqual(['fernwood_erp', code, '<all>'])
  expect(errors[code]).toEqual({
    previous_week: { '2024-04-29': 0 },
    current_week: {
      '2024-04-30': 0,
      '2024-05-01': 0,
      '2024-05-02': 0,
      '2024-05-03': 0,
      '2024-05-04': 0,
      '2024-05-05': 0,
      '2024-05-06': 2,
    },
    current_week_total: 2,
  })
  expect(errors['<all>']).toEqual(errors[code])
  pim.wait(7 * day)
  expect(await json(pim, `${audit}/weekly-error`)).toMatchObject({
    '<all>': { previous_week: { '2024-05-06': 2 }, current_week_total: 0 },
  })
})

test('[J.2] GET /rest/connections/{code}/business-errors: a broken rule with its template, its documentation and the product', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  const before = await pim.api('GET', `${products}/carafe-ruisse`, { token })
  const { uuid } = (await before.json()) as { uuid: string }
  const color = [{ locale: null, scope: null, data: 'mauve' }]
  await pim.api('PATCH', `${products}/carafe-ruisse`, { token, body: { values: { color } } })
  expect(await errorsOf(pim, code)).toEqual([
    {
      connection_code: code,
      date_time: '2024-05-06T12:00:00+00:00',
      content: {
        property: 'values',
        message: 'The mauve value is not in the color attribute option list.',
        attribute: 'color',
        locale: null,
        scope: null,
        type: 'violation_error',
        message_template:
          'The %invalid_option% value is not in the %attribute_code% attribute option list.',
        message_parameters: { '%invalid_option%': 'mauve', '%attribute_code%': 'color' },
        documentation: [
          {
            message: 'More information about select attributes: {manage_attributes_options}.',
            parameters: {
              manage_attributes_options: {
                type: 'href',
                href: 'https://help.akeneo.com/pim/serenity/articles/manage-your-attributes.html#manage-simple-and-multi-selects-attribute-options',
                title: 'Manage select attributes options',
              },
            },
            style: 'information',
          },
          {
            message: 'Please check the {attribute_options_settings}.',
            parameters: {
              attribute_options_settings: {
                type: 'route',
                route: 'pim_enrich_attribute_edit',
                routeParameters: { code: 'color' },
                title: 'Options settings of the color attribute',
              },
            },
            style: 'text',
          },
        ],
        product: {
          uuid,
          identifier: 'carafe-ruisse',
          label: 'carafe-ruisse',
          family: 'kitchenware',
        },
      },
    },
  ])
})

test('[J.2] GET /rest/connections/{code}/business-errors: newest first, at most 100, of 7 days up to end_date', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  const refuse = (identifier: string) => pim.api('POST', products, { token, body: { identifier } })
  for (let number = 0; number < 103; number += 1) {
    await refuse(`a,${number}`)
    pim.wait(1000)
  }
  const errors = await errorsOf(pim, code)
  expect(errors).toHaveLength(100)
  expect(errors[0]?.content.product).toMatchObject({ identifier: 'a,102', family: null })
  expect(errors[99]?.content.product).toMatchObject({ identifier: 'a,3' })
  pim.wait(8 * day)
  expect(await errorsOf(pim, code)).toEqual([])
  expect(await errorsOf(pim, code, '?end_date=2024-05-10')).toHaveLength(100)
  expect(await errorsOf(pim, code, '?end_date=2024-05-12')).toHaveLength(100)
  expect(await errorsOf(pim, code, '?end_date=2024-05-13')).toEqual([])
  expect(await errorsOf(pim, code, '?end_date=2024-05-05')).toEqual([])
  expect(await errorsOf(pim, code, '?end_date=nonsense')).toEqual([])
})

test('[B.4] GET /rest/connections/{code}/business-errors of an unknown connection: an empty list', async () => {
  const { pim } = await buildTracked('data_source')
  expect(await errorsOf(pim, 'nobody')).toEqual([])
})

test('deleting a connection forgets its errors', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  await pim.api('POST', products, { token, body: { identifier: 'with,comma' } })
  await pim.api('POST', products, { token, body: { colour: 'blue' } })
  expect((await pim.dump()).errorCounts).toHaveLength(2)
  await pim.screen('DELETE', `/rest/connections/${code}`)
  const { errorCounts, businessErrors } = await pim.dump()
  expect({ errorCounts, businessErrors }).toEqual({ errorCounts: [], businessErrors: [] })
})

test('a refused line of a batch is counted, the others are saved', async () => {
  const { pim, code, token } = await buildTracked('data_source')
  const lines = ['{"identifier":"first-lamp"}', '{"identifier":"with,comma"}']
  await pim.send(products, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/vnd.akeneo.collection+json',
    },
    body: lines.join('\n'),
  })
  const { eventCounts } = await pim.dump()
  expect(eventCounts).toMatchObject([{ eventType: 'product_created', count: 1 }])
  expect(await errorsOf(pim, code)).toHaveLength(1)
})

test.each([
  ['a data destination', 'data_destination', {}],
  ['the flow type other', 'other', {}],
  ['a source that is not tracked', 'data_source', { auditable: false }],
  [
    'a source with a foreign username',
    'data_source',
    { username: 'larkspur_shop_3141', password: 'e27b6a904' },
  ],
] as const)('errors of %s are not counted', async (_, flowType, changes) => {
  const { pim, code, token } = await buildTracked(flowType, changes)
  await pim.api('POST', products, { token, body: { identifier: 'with,comma' } })
  await pim.api('DELETE', `${products}/nothing-of-that-name`, { token })
  const { errorCounts, businessErrors } = await pim.dump()
  expect({ errorCounts, businessErrors }).toEqual({ errorCounts: [], businessErrors: [] })
  expect(await errorsOf(pim, code)).toEqual([])
})
