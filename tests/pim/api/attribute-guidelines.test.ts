import { expect, test } from 'vitest'
import { buildWriter, documentedRefusal, violationRefusal } from './build-writer.ts'

const color = '/attributes/color'

test('guidelines are merged by locale, and an empty one takes one away', async () => {
  const writer = buildWriter()
  expect(await writer.read(color)).not.toHaveProperty('guidelines')
  const given = { en_US: 'As the eye sees it', fr_FR: 'Comme on la voit' }
  expect((await writer.send('PATCH', color, { guidelines: given })).status).toBe(204)
  expect(await writer.read(color)).toMatchObject({ guidelines: given })
  await writer.send('PATCH', color, { guidelines: { en_US: 'By daylight', fr_FR: null } })
  expect(await writer.read(color)).toMatchObject({ guidelines: { en_US: 'By daylight' } })
})

test('a new attribute may come with guidelines', async () => {
  const writer = buildWriter()
  const guidelines = { en_US: 'Two lines at most' }
  const body = { code: 'slogan', type: 'pim_catalog_text', group: 'marketing', guidelines }
  expect((await writer.send('POST', '/attributes', body)).status).toBe(201)
  expect(await writer.read('/attributes/slogan')).toMatchObject({ guidelines })
})

test('guidelines in a locale that does not exist are refused', async () => {
  const answer = await buildWriter().send('PATCH', color, { guidelines: { xx: 'x' } })
  expect(answer.body).toEqual(
    violationRefusal({ property: 'guidelines', message: 'The locale "xx" does not exist.' }),
  )
})

test('guidelines that are no object are refused', async () => {
  const answer = await buildWriter().send('PATCH', color, { guidelines: 'x' })
  expect(answer.body).toEqual(
    documentedRefusal(
      'Property "guidelines" expects an array as data, "string" given.',
      'patch_attributes__code_',
    ),
  )
})

test('whether options are sorted by themselves is kept', async () => {
  const writer = buildWriter()
  expect(await writer.read(color)).not.toHaveProperty('auto_option_sorting')
  for (const auto_option_sorting of [true, false, null]) {
    await writer.send('PATCH', color, { auto_option_sorting })
    expect(await writer.read(color)).toMatchObject({ auto_option_sorting })
  }
  const answer = await writer.send('PATCH', color, { auto_option_sorting: 'yes' })
  expect(answer.body).toEqual(
    documentedRefusal(
      'Property "auto_option_sorting" expects a boolean as data, "string" given.',
      'patch_attributes__code_',
    ),
  )
})
