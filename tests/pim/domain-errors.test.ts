import { expect, test } from 'vitest'
import type { Scenario } from '../../playground/pim/index.ts'
import { buildTracked, type Tracked } from './tracked.ts'

const products = '/api/rest/v1/products'
const byUuid = '/api/rest/v1/products-uuid'

type Content = Scenario['businessErrors'][number]['content']

/** What the error monitoring keeps of a request that is refused. */
async function refuse(
  { pim, token }: Tracked,
  [method, path, body]: [method: string, path: string, body?: object],
): Promise<Content[]> {
  const response = await pim.api(method, path, { token, body })
  expect([404, 422]).toContain(response.status)
  return (await pim.dump()).businessErrors.map(({ content }) => content)
}

const value = (data: unknown, locale: string | null = null) => [{ locale, scope: null, data }]

test.each<[string, object, string, Record<string, string>, string]>([
  [
    'an unknown family',
    { family: 'boats' },
    'The {family_code} family does not exist in your PIM.',
    { family_code: 'boats' },
    'Please check your {family_settings}.',
  ],
  [
    'an unknown category',
    { categories: ['harbour'] },
    'The {category_code} category does not exist in your PIM.',
    { category_code: 'harbour' },
    'Please check your {categories_settings}.',
  ],
  [
    'an unknown attribute',
    { values: { draught: value(3) } },
    'The {attribute_code} attribute does not exist in your PIM.',
    { attribute_code: 'draught' },
    'Please check your {attribute_settings}.',
  ],
])('%s is a domain error, and so a business error', async (_, change, template, named, advice) => {
  const tracked = await buildTracked('data_source')
  const request = ['PATCH', `${products}/harbour-lamp`, { family: 'lamps', ...change }] as const
  const [content, ...more] = await refuse(tracked, [...request])
  expect(more).toEqual([])
  expect(content).toEqual({
    type: 'domain_error',
    message: template.replace(/\{(\w+)\}/, (_place, name: string) => named[name] ?? ''),
    message_template: template,
    message_parameters: named,
    documentation: [
      expect.objectContaining({ message: advice, style: 'text' }),
      expect.objectContaining({ style: 'information' }),
    ],
    product: {
      uuid: expect.any(String) as string,
      identifier: 'harbour-lamp',
      label: 'harbour-lamp',
      family: Object.hasOwn(change, 'family') ? null : 'lamps',
    },
  })
  const { errorCounts } = await tracked.pim.dump()
  expect(errorCounts).toMatchObject([{ errorType: 'business', count: 1 }])
})

test.each([
  [
    products,
    'The {product_identifier} product does not exist in your PIM or you do not have permission to access it.',
  ],
  [
    byUuid,
    'Product "{product_identifier}" does not exist or you do not have permission to access it.',
  ],
])(
  'DELETE of an unknown product below %s is a domain error about no product',
  async (path, text) => {
    const tracked = await buildTracked('data_source')
    expect(await refuse(tracked, ['DELETE', `${path}/no-lamp`])).toEqual([
      {
        type: 'domain_error',
        message: text.replace('{product_identifier}', 'no-lamp'),
        message_template: text,
        message_parameters: { product_identifier: 'no-lamp' },
      },
    ])
  },
)

test.each<[string, object, string, Record<string, string>, string | undefined]>([
  [
    'a channel that is not there',
    { description: [{ locale: 'en_US', scope: 'radio', data: 'Bright' }] },
    'Attribute "%attribute_code%" expects an existing scope, "%channel%" given.',
    { '%attribute_code%': 'description', '%channel%': 'radio' },
    'Please check your {channels_settings}.',
  ],
  [
    'a locale that is not there',
    { name: value('Lampe', 'xx_XX') },
    'Attribute "%attribute_code%" expects an existing and activated locale, "%invalid_locale%" given.',
    { '%attribute_code%': 'name', '%invalid_locale%': 'xx_XX' },
    'Please check your {channels_settings} or the {attribute_edit_route}.',
  ],
  [
    'a text that is too long',
    { name: value('a'.repeat(121), 'en_US') },
    'The %attribute% attribute must not contain more than %limit% characters. The submitted value is too long.',
    { '%attribute%': 'name', '%limit%': '120' },
    'More information about attributes and their validation: {manage_attributes} {manage_validation_parameters}',
  ],
  [
    'a unit that is not there',
    { weight: value({ amount: 3, unit: 'STONE' }) },
    'Please specify a valid metric unit',
    {},
    undefined,
  ],
])(
  '%s: template, parameters and documentation',
  async (_, values, template, parameters, advice) => {
    const tracked = await buildTracked('data_source')
    const body = { family: 'lamps', values }
    const [content] = await refuse(tracked, ['PATCH', `${products}/harbour-lamp`, body])
    expect(content).toMatchObject({
      type: 'violation_error',
      message_template: template,
      message_parameters: parameters,
    })
    const [first] = (content?.['documentation'] ?? []) as { message: string }[]
    expect(first?.message).toBe(advice)
  },
)

test('the error of a product without an identifier names its UUID', async () => {
  const tracked = await buildTracked('data_source')
  const uuid = '25566245-55c3-42ce-86d9-8610ac459fa8'
  const body = { family: 'lamps', values: { color: value('mauve') } }
  const [content] = await refuse(tracked, ['PATCH', `${byUuid}/${uuid}`, body])
  expect(content?.['product']).toEqual({
    uuid,
    identifier: null,
    label: `[${uuid}]`,
    family: 'lamps',
  })
})

test('the error of a product is labelled as its family says, when that is one text everywhere', async () => {
  const tracked = await buildTracked('data_source')
  const { pim, token } = tracked
  const family = { attribute_as_label: 'ean' }
  const changed = await pim.api('PATCH', '/api/rest/v1/families/lamps', { token, body: family })
  expect(changed.status).toBe(204)
  const values = { ean: value('2000431768585'), color: value('mauve') }
  const body = { family: 'lamps', values }
  const [content] = await refuse(tracked, ['PATCH', `${products}/harbour-lamp`, body])
  expect(content?.['product']).toMatchObject({
    identifier: 'harbour-lamp',
    label: '2000431768585',
  })
})

test.each([
  ['values that are a text', { values: 'nothing' }],
  ['an identifier that is a list', { values: { sku: value(['a']) } }],
  ['a value of the wrong kind', { values: { name: value(7, 'en_US') } }],
  ['an unknown property', { colour: 'blue' }],
])('%s is a technical error, of which nothing is kept', async (_, body) => {
  const tracked = await buildTracked('data_source')
  expect(await refuse(tracked, ['POST', byUuid, body])).toEqual([])
  const { errorCounts } = await tracked.pim.dump()
  expect(errorCounts).toMatchObject([{ errorType: 'technical', count: 1 }])
})
