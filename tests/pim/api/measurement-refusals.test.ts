import { describe, expect, it } from 'vitest'
import { buildWriter } from './build-writer.ts'
import { exchange } from './exchange.ts'

const step = (operator: string, value: string) => ({ operator, value })
const unit = (code: string, ...steps: object[]) => ({ code, convert_from_standard: steps })
const standard = unit('MPS', step('mul', '1'))
const speed = { code: 'Speed', standard_unit_code: 'MPS', units: { MPS: standard } }
const withUnit = (code: string, each: object) => ({
  ...speed,
  units: { MPS: standard, [code]: each },
})
const many = Object.fromEntries(
  Array.from({ length: 50 }, (_, index) => [`U${index}`, unit(`U${index}`, step('mul', '2'))]),
)

const format = 'The measurement family has an invalid format.'
const rules = 'The measurement family has data that does not comply with the business rules.'

async function resultOf(family: unknown): Promise<unknown> {
  const patch = { method: 'PATCH', path: '/measurement-families', body: [family] }
  const { status, body } = await exchange(patch)
  expect(status).toBe(200)
  return (body as unknown[])[0]
}

describe('measurement families that are refused (contract I.5)', () => {
  for (const [what, family, ...errors] of [
    ['an empty code', { ...speed, code: '' }, ['code', 'This value should not be blank.']],
    [
      'a code with a blank',
      { ...speed, code: 'a b' },
      ['code', 'This field can only contain letters, numbers, and underscores.'],
    ],
    [
      'a long code',
      { ...speed, code: 'a'.repeat(101) },
      ['code', 'This value is too long. It should have 100 characters or less.'],
    ],
    [
      'an unknown standard unit',
      { ...speed, standard_unit_code: 'KMH' },
      [
        'standard_unit_code',
        'The "KMH" standard unit code does not exist in the list of units for the measurement family.',
      ],
    ],
    [
      'a standard unit that is converted',
      { ...speed, units: { MPS: unit('MPS', step('mul', '2')) } },
      [
        'units[MPS][convert_from_standard]',
        'The standard unit conversion operation should be a multiplication by 1',
      ],
    ],
    [
      'a unit under another code',
      withUnit('KMH', unit('MPH', step('mul', '2'))),
      ['units[KMH][code]', 'The unit code "MPH" should be "KMH".'],
    ],
    [
      'too many units',
      { ...speed, units: { MPS: standard, ...many } },
      ['units', 'You’ve reached the limit of 50 conversion units.'],
    ],
    [
      'a unit that nothing leads to',
      withUnit('KMH', unit('KMH')),
      [
        'units[KMH][convert_from_standard]',
        'A minimum of one conversion operation per unit is required.',
      ],
    ],
    [
      'too many steps',
      withUnit('KMH', unit('KMH', ...Array.from({ length: 6 }, () => step('add', '1')))),
      [
        'units[KMH][convert_from_standard]',
        'You’ve reached the limit of 5 conversion operations per unit.',
      ],
    ],
    [
      'a step of no kind, by no number',
      withUnit('KMH', unit('KMH', step('pow', 'x'))),
      [
        'units[KMH][convert_from_standard][0][operator]',
        'The value you selected is not a valid choice.',
      ],
      ['units[KMH][convert_from_standard][0][value]', 'The conversion value should be a number'],
    ],
  ] as const) {
    it(`${what}`, async () => {
      expect(await resultOf(family)).toEqual({
        code: family.code,
        status_code: 422,
        message: rules,
        errors: errors.map(([property, message]) => ({ property, message })),
      })
    })
  }

  for (const [what, family, property] of [
    ['no object', 5, 'code'],
    ['a list of units', { ...speed, units: [] }, 'units'],
    [
      'a unit without steps',
      { ...speed, units: { MPS: { code: 'MPS' } } },
      'units.MPS.convert_from_standard',
    ],
    ['labels that are a list', { code: 'Length', labels: ['x'] }, 'labels'],
    ['a unit that is a text', { code: 'Length', units: { METER: 'x' } }, 'units.METER'],
  ] as const) {
    it(`${what}: an invalid format`, async () => {
      expect(await resultOf(family)).toMatchObject({
        status_code: 422,
        message: format,
        errors: [{ property }],
      })
    })
  }

  it('more than 100 families', async () => {
    const { pim } = buildWriter()
    const family = (index: number) => ({ ...speed, code: `Speed${index}` })
    const first = Array.from({ length: 100 }, (_, index) => family(index))
    const patch = { method: 'PATCH', path: '/measurement-families' }
    const { body } = await exchange({ ...patch, body: first }, pim)
    const refused = (body as { status_code: number; errors?: unknown }[]).filter(
      ({ status_code: status }) => status !== 201,
    )
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]).toMatchObject({
      status_code: 422,
      errors: [{ property: '', message: 'You’ve reached the limit of 100 measurement families.' }],
    })
    const known = await exchange(
      { ...patch, body: [{ code: 'Speed0', labels: { en_US: 'S' } }] },
      pim,
    )
    expect(known.body).toEqual([{ code: 'Speed0', status_code: 204 }])
  })
})
