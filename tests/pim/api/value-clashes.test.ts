import { describe, expect, it } from 'vitest'
import { buildWriter, violationRefusal } from './build-writer.ts'

interface Product {
  readonly values: Readonly<Record<string, readonly { readonly data: unknown }[]>>
}

const chair = '/products/armchair-ondrel'
const plain = (data: unknown) => [{ locale: null, scope: null, data }]

describe('values that clash with others (contract I.3)', () => {
  it('PATCH with a currency that is not active names it', async () => {
    const answer = await buildWriter().send('PATCH', chair, {
      values: { price: plain([{ amount: 1, currency: 'AUD' }]) },
    })
    expect(answer.body).toEqual(
      violationRefusal({
        property: 'values',
        message: 'Please specify a valid currency',
        attribute: 'price',
        locale: null,
        scope: null,
        currency: 'AUD',
      }),
    )
  })

  it('PATCH with a unique value of another product is refused', async () => {
    const writer = buildWriter()
    const { values } = await writer.read<Product>('/products/dining-chair-tolka')
    const answer = await writer.send('PATCH', chair, { values: { ean: values['ean'] } })
    const ean = String(values['ean']?.[0]?.data)
    expect(answer.body).toEqual(
      violationRefusal({
        property: 'values',
        message: `The ean attribute can not have the same value more than once. The ${ean} value is already set on another product.`,
        attribute: 'ean',
        locale: null,
        scope: null,
      }),
    )
  })
})
