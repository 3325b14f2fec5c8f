import { connectAcls, webApiAcls, type Scenario } from '../../../playground/pim/index.ts'
import { challenge } from '../activation.ts'
import type { Examples } from './catalogue.ts'

/** The words that fit a place: a parameter in a path, or a name in a query or a body. */
export type KnownWords = (path: string, name: string) => readonly string[]

const identifier = 'an-identifier'
const scopes = [
  'read_products write_products',
  'openid profile email',
  'delete_products read_catalogs write_catalogs delete_catalogs openid',
  '',
  'write_categories unknown_scope',
]
const urls = ['https://lantern.example.com/in', 'http://localhost:8000/in', 'https://x.example.com']
const days = ['2024-05-06', '2024-05-01', '2024-02-29', '1999-12-31']
const localeCodes = ['en_US', 'fr_FR', 'de_DE', 'en_US,fr_FR']
const attributeCodes = ['sku', 'name', 'price', 'color', 'name,weight']
const flags = ['true', 'false']
const searches = [
  '{"enabled":[{"operator":"=","value":true}]}',
  '{"family":[{"operator":"IN","value":["lamps"]}]}',
  '{"code":[{"operator":"IN","value":["lamps","EUR","master"]}]}',
  '{"categories":[{"operator":"IN CHILDREN","value":["master"]}]}',
  '{"name":[{"operator":"CONTAINS","value":"a","locale":"en_US"}]}',
  '{"completeness":[{"operator":">","value":50,"scope":"ecommerce"}]}',
  '{"price":[{"operator":">","value":{"amount":1,"currency":"EUR"}}]}',
  '{"updated":[{"operator":"SINCE LAST N DAYS","value":4}]}',
  '{"parent":[{"operator":"=","value":"master"}],"is_root":[{"operator":"=","value":true}]}',
  '{"types":["default","app"]}',
]

/** The same words everywhere, whatever the state. */
const constant: Readonly<Record<string, readonly string[]>> = {
  flow_type: ['data_source', 'data_destination', 'other'],
  flowType: ['data_source', 'data_destination', 'other'],
  event_type: ['product_created', 'product_updated', 'product_read'],
  error_type: ['business', 'technical'],
  end_date: days,
  label: ['Harbour POS', 'Quay & Sons', 'abc'],
  name: ['Lantern Feeds', 'Lamp', 'abc'],
  url: urls,
  activateUrl: urls,
  activate_url: urls,
  callbackUrl: urls,
  callback_url: urls,
  response_type: ['code', 'token'],
  scope: scopes,
  scopes,
  state: ['a-state', ''],
  grant_type: ['password', 'refresh_token', 'authorization_code'],
  code_identifier: [identifier],
  filter: ['preview', 'thumbnail'],
  acls: [...Object.values(connectAcls), ...webApiAcls.map(({ id }) => id)],
  page: ['1', '2', '12', '101'],
  limit: ['1', '10', '100', '101'],
  with_count: flags,
  with_attribute_options: flags,
  with_completenesses: flags,
  with_quality_scores: flags,
  with_position: flags,
  pagination_type: ['page', 'search_after'],
  search: searches,
  search_locale: localeCodes,
  search_scope: ['ecommerce', 'print'],
  locales: localeCodes,
  attributes: attributeCodes,
  updated_after: ['2024-01-01T00:00:00+00:00', '2024-05-06T12:00:00Z'],
  updated_before: ['2030-01-01T00:00:00+00:00'],
}

/** What fits where in this state. Words of one name and those of another stand in the same order where they belong together. */
export function knownWords(state: Scenario, { names }: Examples): KnownWords {
  const { connections, users, customApps, connectedApps, authorizationCodes } = state
  const userOf = new Map(users.map((user) => [user.username, user]))
  const clientOf = new Map(state.oauthClients.map((client) => [client.id, client]))
  const appIds = [
    ...customApps.map(({ clientId }) => clientId),
    ...connectedApps.map(({ id }) => id),
  ]
  const secretOf = new Map(customApps.map((app) => [app.clientId, app.clientSecret]))
  const codes = authorizationCodes.toReversed()
  const codeAppIds = codes.map(({ clientId }) => clientId)
  // One to one with the codes, so that a turn chooses all that belongs to one of them.
  const redeemers = codes.length > 0 ? codeAppIds : appIds
  const challenges = redeemers.map((id) => challenge(identifier, secretOf.get(id) ?? ''))
  const fields: Readonly<Record<string, readonly string[]>> = {
    ...constant,
    client_secret: connections.map(({ clientId }) => clientOf.get(clientId)?.secret ?? ''),
    secret: connections.map(({ clientId }) => clientOf.get(clientId)?.secret ?? ''),
    username: connections.map(({ username }) => username),
    password: connections.map(({ username }) => userOf.get(username)?.password ?? ''),
    refresh_token: state.refreshTokens.map(({ token }) => token),
    access_token: state.accessTokens.map(({ token }) => token),
    app_token: [
      ...state.accessTokens
        .filter(({ clientId }) => appIds.includes(clientId))
        .map(({ token }) => token),
      ...state.revokedAppTokens.map(({ token }) => token),
    ],
    user_role_id: state.roles.map(({ id }) => id),
    user_group_id: state.userGroups.map(({ id }) => id),
    image: state.files.map(({ path }) => path),
    path: state.files.map(({ path }) => path),
    userGroup: connectedApps.map((app) => app.userGroup),
    owner: connectedApps.map((app) => app.username),
    code_challenge: challenges,
    search_after: names.get('/api/rest/v1/products-uuid') ?? [],
  }
  const catalogs = state.catalogs.map(({ id }) => id)
  const notifications = state.notifications.map(({ id }) => id)

  /** What has parts: mostly the one whose parts are examples. */
  function parentsOf(name: string): readonly string[] | undefined {
    const [list, usual] =
      name === 'attribute_code' ? ['/attributes', 'color'] : ['/families', 'lamps']
    if (!name.endsWith('_code')) return undefined
    return [...Array.from({ length: 8 }, () => usual), ...(names.get(`/api/rest/v1${list}`) ?? [])]
  }

  function wordsFor(path: string, name: string): readonly string[] {
    const list = path.slice(0, Math.max(0, path.indexOf(`/{${name}}`)))
    if (path.includes('/catalogs/') && name === 'id') return catalogs
    if (list === '/rest/roles') return state.roles.map(({ id }) => id)
    if (name === 'uuid') return names.get('/api/rest/v1/products-uuid') ?? []
    const parents = parentsOf(name)
    if (parents) return parents
    const entities = names.get(list)
    if (entities) return entities
    if (path === '/_control/session') return users.map(({ username }) => username)
    if (path === '/connect/apps/v1/oauth2/token') {
      if (name === 'code') return codes.map(({ code }) => code)
      if (name === 'client_id') return redeemers
      if (name === 'grant_type') return ['authorization_code']
    }
    if (name === 'client_id') {
      return path === '/api/oauth/v1/token' ? connections.map(({ clientId }) => clientId) : appIds
    }
    if (name === 'id') return path.startsWith('/notification') ? notifications : appIds
    if (path === '/api/oauth/v1/token' && name === 'grant_type')
      return ['password', 'refresh_token']
    if (name === 'code') {
      if (path.startsWith('/rest/apps')) return connectedApps.map((app) => app.connectionCode)
      return [...connections.map(({ code }) => code), 'harbour_pos', 'quay']
    }
    return fields[name] ?? []
  }
  return wordsFor
}
