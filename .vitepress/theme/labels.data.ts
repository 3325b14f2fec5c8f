import { eras, words, type Era } from '../../playground/pim/index.ts'

type ByEra = Record<Era, string>

/** What the figures show of the PIM's words, so that no article loads the PIM for a few labels. */
interface Labels {
  flowTypes: Record<'data_source' | 'data_destination' | 'other', ByEra>
  /** One thing that the PIM's screens name, by wording; null where a wording does not have it. */
  things: { what: string; texts: Record<Era, string | null> }[]
}

declare const data: Labels
export { data }

type PimWords = (typeof words)[Era]

const many = (type: 'data_source' | 'data_destination' | 'other') => (said: PimWords) =>
  said.flowTypes[type].many

// Apps of today came after these two wordings.
const before = new Set<Era>(['apps-2019', 'connections-2020'])

const things: [what: string, read: (said: PimWords) => string, isOfApps?: boolean][] = [
  ['One flow of data', (said) => said.connection.one],
  ['Where you create it', ({ menu }) => `${menu.connectionsTab} › ${menu.connections}`],
  ['Where you watch it', ({ menu }) => `${menu.dataFlowsTab} › ${menu.dataFlows}`],
  ['Flow type of who sends data in', (said) => said.flowTypes.data_source.one],
  ['Flow type of who takes data out', (said) => said.flowTypes.data_destination.one],
  ['Checkbox that turns the counting on', (said) => said.track],
  ['Where you find apps', ({ menu }) => `Connect › ${menu.appStore}`, true],
  ['Where connected apps are', ({ menu }) => `Connect › ${menu.connectedApps}`, true],
  ['An app of your own', (said) => said.customApps.noun.one, true],
  ['Button that declares it', (said) => said.customApps.createButton, true],
  [
    'Permission to declare it',
    ({ permissions: { manageCustomApps } }) =>
      `${manageCustomApps.group} › ${manageCustomApps.label}`,
    true,
  ],
]

export default {
  load(): Labels {
    return {
      flowTypes: {
        data_source: byEra(many('data_source')),
        data_destination: byEra(many('data_destination')),
        other: byEra((said) => said.flowTypes.other.one),
      },
      things: things.map(([what, read, isOfApps]) => {
        const texts = Object.entries(byEra(read)).map(([era, text]) => {
          return [era, isOfApps && before.has(era as Era) ? null : text]
        })
        return { what, texts: Object.fromEntries(texts) as Record<Era, string | null> }
      }),
    }
  },
}

function byEra(read: (said: PimWords) => string): ByEra {
  return Object.fromEntries(eras.map((era) => [era, read(words[era])])) as ByEra
}
