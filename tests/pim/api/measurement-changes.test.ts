import { describe, expect, it } from 'vitest'
import { buildWriter } from './build-writer.ts'

describe('changing measurement families (contract I.5)', () => {
  const unit = (code: string, value: string) => ({
    code,
    convert_from_standard: [{ operator: 'mul', value }],
  })
  const speed = {
    code: 'Speed',
    standard_unit_code: 'MPS',
    units: { MPS: unit('MPS', '1'), KMH: unit('KMH', '0.277778') },
  }

  it('[I.4] PATCH /measurement-families: answers each family with its status', async () => {
    const writer = buildWriter(['pim_api_overall_access'])
    const answer = await writer.send('PATCH', '/measurement-families', [
      speed,
      { code: 'Speed', labels: { en_US: 'Speed' }, units: { KMH: { symbol: 'km/h' } } },
      { code: 'Speed', extra: 1 },
      { code: 'Length', standard_unit_code: 'MILLIMETER' },
    ])
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual([
      { code: 'Speed', status_code: 201 },
      { code: 'Speed', status_code: 204 },
      {
        code: 'Speed',
        status_code: 422,
        message: 'The measurement family has an invalid format.',
        errors: [{ property: 'extra', message: expect.any(String) as unknown }],
      },
      {
        code: 'Length',
        status_code: 422,
        message: 'The measurement family has data that does not comply with the business rules.',
        errors: [
          {
            property: 'standard_unit_code',
            message: 'The standard unit code of the "Length" measurement family cannot be changed.',
          },
        ],
      },
    ])
    const families = await writer.read<{ code: string }[]>('/measurement-families')
    expect(families.find(({ code }) => code === 'Speed')).toEqual({
      ...speed,
      labels: { en_US: 'Speed' },
      units: {
        MPS: { ...speed.units.MPS, labels: {}, symbol: '' },
        KMH: { ...speed.units.KMH, labels: {}, symbol: 'km/h' },
      },
    })
  })

  it('PATCH /measurement-families with an object is refused as a whole', async () => {
    expect(await buildWriter().send('PATCH', '/measurement-families', speed)).toMatchObject({
      status: 400,
      body: { code: 400, message: 'The list of measurement families has an invalid format.' },
    })
  })
})
