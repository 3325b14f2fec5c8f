import { collectionType, searching, type Talk } from './talk.ts'

/** Families, attributes, categories, channels and what else a catalogue stands on (contract I.4). */
export async function talkAboutStructure(talk: Talk, token: string): Promise<void> {
  const rest = talk.rest(token)
  const batch = (path: string, lines: readonly unknown[]) =>
    talk.ask(
      'PATCH',
      `/api/rest/v1${path}`,
      { authorization: `Bearer ${token}`, ...collectionType },
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    )
  await talk.ask('GET', '/api/rest/v1')
  await rest('GET', '/system-information')

  await rest('GET', '/families')
  await rest('GET', '/families?limit=3&page=2&with_count=true')
  await rest('GET', `/families${searching({ code: [{ operator: 'IN', value: ['bags'] }] })}`)
  await rest('GET', `/families${searching({ code: [{ operator: 'LIKE', value: ['bags'] }] })}`)
  await rest('GET', '/families/lamps')
  await rest('GET', '/families/nobody')
  await rest('POST', '/families', { code: 'rugs', attributes: ['name'], labels: { en_US: 'Rugs' } })
  await rest('POST', '/families', { code: 'rugs' })
  await rest('POST', '/families', { code: 'no spaces' })
  await rest('POST', '/families', { code: 'mats', attributes: ['nobody'] })
  await rest('PATCH', '/families/rugs', { labels: { fr_FR: 'Tapis', de_DE: 'Teppiche' } })
  await rest('PATCH', '/families/rugs', { attribute_as_label: 'width' })
  await rest('PATCH', '/families/rugs', { code: 'carpets' })
  await rest('PATCH', '/families/rugs', { colour: 'red' })
  await batch('/families', [{ code: 'rugs', labels: {} }, { code: 'mats' }, {}, 'x', '', 5])
  await rest('GET', '/families/lamps/variants')
  await rest('GET', '/families/lamps/variants/lamps_by_color_and_bulb')
  await rest('GET', '/families/lamps/variants/nobody')
  await rest('POST', '/families/lamps/variants', { code: 'again', variant_attribute_sets: [] })
  await rest('PATCH', '/families/lamps/variants/lamps_by_color_and_bulb', {
    labels: { en_US: 'L' },
  })

  await rest('GET', '/attributes?limit=5')
  await rest('GET', '/attributes?limit=5&with_table_select_options=true')
  await rest(
    'GET',
    `/attributes${searching({ type: [{ operator: 'IN', value: ['pim_catalog_text'] }] })}`,
  )
  await rest('GET', `/attributes${searching({ code: [{ operator: 'IN', value: ['name'] }] })}`)
  await rest('GET', '/attributes/price')
  await rest('GET', '/attributes/nobody')
  const note = { code: 'note', type: 'pim_catalog_text', group: 'marketing' }
  await rest('POST', '/attributes', note)
  await rest('POST', '/attributes', { ...note, code: 'note2', type: 'pim_catalog_poem' })
  await rest('POST', '/attributes', { ...note, code: 'note3', group: 'nobody' })
  await rest('POST', '/attributes', { ...note, code: 'note4', max_characters: 'many' })
  await rest('PATCH', '/attributes/note', { labels: { en_US: 'Note' }, max_characters: 40 })
  await rest('PATCH', '/attributes/note', { type: 'pim_catalog_number' })
  await batch('/attributes', [{ code: 'note', labels: { en_US: 'A note' } }, { code: 'loose' }])
  await rest('GET', '/attributes/color/options?limit=4')
  await rest('GET', '/attributes/color/options/white')
  await rest('GET', '/attributes/color/options/nobody')
  await rest('GET', '/attributes/name/options')
  await rest('POST', '/attributes/color/options', { code: 'umbra', labels: { en_US: 'Umbra' } })
  await rest('POST', '/attributes/color/options', { code: 'um-bra' })
  await rest('PATCH', '/attributes/color/options/umbra', { sort_order: 3 })
  await batch('/attributes/color/options', [{ code: 'umbra' }, { code: 'sepia' }, { code: 1 }])
  await rest('GET', '/attribute-groups')
  await rest('GET', '/attribute-groups/technical')
  await rest('POST', '/attribute-groups', { code: 'packaging', attributes: ['note'] })
  await rest('PATCH', '/attribute-groups/packaging', { sort_order: 'last' })

  await rest('GET', '/categories?limit=5')
  await rest('GET', '/categories?limit=5&with_position=true')
  await rest('GET', `/categories${searching({ parent: [{ operator: '=', value: 'home' }] })}`)
  await rest('GET', `/categories${searching({ is_root: [{ operator: '=', value: true }] })}`)
  await rest('GET', '/categories/seating')
  await rest('POST', '/categories', { code: 'hammocks', parent: 'garden' })
  await rest('POST', '/categories', { code: 'hammocks' })
  await rest('PATCH', '/categories/hammocks', { parent: 'nobody' })
  await rest('PATCH', '/categories/hammocks', { labels: { xx_XX: 'Hammocks' } })
  await batch('/categories', [{ code: 'hammocks', parent: 'home' }, { code: 'swings' }])

  await rest('GET', '/channels')
  await rest('GET', '/channels/ecommerce')
  await rest('POST', '/channels', { code: 'kiosk' })
  await rest('POST', '/channels', {
    code: 'kiosk',
    category_tree: 'master',
    currencies: ['EUR'],
    locales: ['fr_FR'],
  })
  await rest('PATCH', '/channels/kiosk', { currencies: ['XXX'] })
  await rest('PATCH', '/channels/kiosk', { labels: { en_US: 'Kiosk' } })
  await rest('GET', '/locales?limit=4')
  await rest('GET', `/locales${searching({ enabled: [{ operator: '=', value: true }] })}`)
  await rest('GET', '/locales/fr_FR')
  await rest('GET', '/currencies?limit=3&page=2')
  await rest('GET', '/currencies/EUR')
  await rest('GET', '/currencies/nobody')
  await rest('GET', '/association-types')
  await rest('GET', '/association-types/PACK')
  await rest('POST', '/association-types', { code: 'SPARE', is_quantified: true })
  await rest('PATCH', '/association-types/SPARE', { is_quantified: false })
  await rest('PATCH', '/association-types/SPARE', { labels: { en_US: 'Spare parts' } })
  await rest('GET', '/measurement-families')
  await rest('PATCH', '/measurement-families', [{ code: 'Length', labels: { en_US: 'Lengths' } }])
  await rest('PATCH', '/measurement-families', [{ code: 'Nothing' }, 7])
  await rest('PATCH', '/measurement-families', { code: 'Length' })
}
