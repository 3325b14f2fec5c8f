import { toJsonSchema, type JsonSchema } from '../store/json-schema.ts'
import { scenarioShape } from './check-scenario.ts'
import { describeSchema, type Described } from './described.ts'
import { faults } from './faults.ts'
import { recordDescriptions } from './record-descriptions.ts'
import type { Settings } from './state.ts'

const settingsDescriptions: { readonly [Name in keyof Settings]: Described<Settings[Name]> } = {
  era: 'Whose words the screens speak: the product was renamed several times.',
  edition:
    'Community, Growth or Enterprise. The last one has permissions of apps and scopes of its own.',
  session: 'The `username` of who is signed in to the screens.',
  clock: {
    about: "The PIM's own clock.",
    fields: {
      offset: 'How many milliseconds it is ahead of the clock of the machine.',
      frozenAt: 'Where it stands still: milliseconds since 1970 in UTC. Null when it goes.',
    },
  },
  faults: `What is broken on purpose. ${listFaults()}`,
  strict: 'Whether a code can only be redeemed by the app that it was issued to.',
  limits: {
    about: 'How many there can be.',
    fields: {
      connections: 'Connections and connected apps together.',
      customApps: 'Custom apps.',
      catalogs: 'Catalogs of one app.',
    },
  },
  nextId:
    'The number that the next user, role, group or client of a connection gets: greater than all that are in use.',
}

function listFaults(): string {
  return Object.entries(faults)
    .map(([name, what]) => `\`${name}\`: ${what}.`)
    .join(' ')
}

/**
 * What a scenario looks like, as a JSON Schema. A scenario must also be free of references to what is not there, which
 * no schema can say.
 */
export function scenarioSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A scenario of the mocked PIM',
    ...describeSchema(toJsonSchema(scenarioShape), {
      about:
        'A whole state of the PIM but its product catalogue. Nothing but `eventLogs` can be left out.',
      fields: { ...settingsDescriptions, ...recordDescriptions },
    }),
  }
}
