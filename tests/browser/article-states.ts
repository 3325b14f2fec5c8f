import type { WalkNote } from '../../.vitepress/check/walk-note.ts'
import {
  defaultScenario,
  type Era,
  namedScenarios,
  type Scenario,
} from '../../playground/pim/index.ts'
import { type Change, changed, connection, rights, signedIn, wrongUsername } from './pim-states.ts'
import * as app from './pim-app-states.ts'

const mappingSchema = {
  $schema: 'https://api.akeneo.com/mapping/product/1.0.3/schema',
  type: 'object',
  properties: { uuid: { type: 'string' }, name: { type: 'string' } },
}

/** The states that an article can ask for by `<!-- walk: with-catalogs -->`. */
export const articleStates: Readonly<Record<string, Change>> = {
  'with-all-flow-types': (state) =>
    changed(
      state,
      connection(1, { label: 'Kestrel Media', flowType: 'data_source' }),
      connection(2, { label: 'Kestrel Shop', flowType: 'data_destination' }),
      connection(3, { label: 'Kestrel Translations', flowType: 'other' }),
    ),
  'with-wrong-username': wrongUsername('fernwood_erp', 'admin'),
  'with-app': (state) =>
    changed(
      state,
      app.customApp(1, 'Lantern Feeds'),
      app.connectedApp(1, {
        name: 'Lantern Feeds',
        scopes: ['write_products', 'read_attribute_options', 'write_catalogs'],
      }),
      app.catalog(1, 1),
      app.catalog(2, 1, true),
      consents,
    ),
  /** The app gave its first catalog a format of its own. */
  'with-mapping': (state) => ({
    ...state,
    catalogs: state.catalogs.map((catalog, index) =>
      index === 0 ? { ...catalog, productMappingSchema: mappingSchema } : catalog,
    ),
  }),
  'with-silent-app': app.connectedApp(1, { name: 'Lantern Feeds', scopes: [] }),
  'with-store-app': app.connectedApp(1, { name: 'Lantern Feeds', isCustomApp: false }),
  'with-tracked-app': app.connectedApp(1, {
    name: 'Lantern Feeds',
    flowType: 'data_source',
    auditable: true,
  }),
  'with-custom-app': app.customApp(1, 'Lantern Feeds'),
  'with-no-right-to-apps': rights(),
  'with-asking-app': (state) =>
    changed(
      state,
      app.customApp(1, 'Lantern Feeds'),
      app.connectedApp(1, { name: 'Lantern Feeds' }),
      app.askedFor(app.customAppId(1), 'openid profile email read_products'),
    ),
  'with-wizard': (state) =>
    changed(
      state,
      app.customApp(1, 'Lantern Feeds'),
      app.askedFor(app.customAppId(1), 'write_products write_attribute_options'),
    ),
  'with-wizard-about-user': (state) =>
    changed(
      state,
      app.customApp(1, 'Lantern Feeds'),
      app.askedFor(app.customAppId(1), 'openid profile email read_products'),
    ),
  'with-silent-wizard': (state) =>
    changed(state, app.customApp(1, 'Lantern Feeds'), app.askedFor(app.customAppId(1), '')),
}

function consents(state: Scenario): Scenario {
  const scopes = ['openid', 'profile', 'email']
  return {
    ...state,
    consents: [
      ...state.consents,
      { ...state.consents[0], username: 'admin', appId: app.customAppId(1), scopes } as never,
    ],
  }
}

/**
 * The state of the PIM in which somebody follows a part of an article.
 *
 * @throws {RangeError} when the article asks for a state that there is not
 */
export async function stateOf(note: WalkNote, era: Era): Promise<Scenario> {
  const unknown = note.states.find((name) => !Object.hasOwn(articleStates, name))
  if (unknown !== undefined) {
    const known = Object.keys(articleStates).join(', ')
    throw new RangeError(`Name a state that exists: "${unknown}" is none of ${known}`)
  }
  const named = namedScenarios.find(({ id }) => id === note.scenario)
  const changes = note.states.map((name) => articleStates[name] ?? ((state: Scenario) => state))
  const state = changed(named ? await named.load() : defaultScenario, ...changes)
  return {
    ...(note.user === undefined ? state : signedIn(note.user)(state)),
    era,
    edition: note.edition ?? state.edition,
  }
}
