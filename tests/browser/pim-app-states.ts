import type { Scenario } from '../../playground/pim/index.ts'
import { apiUser, type Change, changed, type FlowType, later, numbers } from './pim-states.ts'

type AppState = Scenario['connectedApps'][number]

/** An app that somebody declared in this PIM. */
export function customApp(number: number, name = `Lantern ${number}`): Change {
  return (state) => ({
    ...state,
    customApps: [
      ...state.customApps,
      {
        clientId: customAppId(number),
        clientSecret: 'k'.repeat(86),
        name,
        activateUrl: 'https://lantern.example.com/activate',
        callbackUrl: 'https://lantern.example.com/callback',
        author: 'admin',
        createdAt: later + number,
      },
    ],
  })
}

export function customApps(count: number): Change {
  return (state) => changed(state, ...numbers(count).map((number) => customApp(number)))
}

export function customAppId(number: number): string {
  return `7f3a2c10-5b1d-4e8f-9c60-${String(number).padStart(12, '0')}`
}

export interface ConnectedAppOverrides extends Partial<
  Pick<AppState, 'name' | 'id' | 'scopes' | 'author' | 'isCustomApp' | 'hasOutdatedScopes'>
> {
  /** Without a token the app is pending. */
  isPending?: boolean
  flowType?: FlowType
  auditable?: boolean
}

/** The connection code of a connected app of this module. */
export function connectionCode(number: number): string {
  return `app_lantern${number}`
}

/** A connected app with all that comes with it: connection, user, role, group and token. */
export function connectedApp(number: number, overrides: ConnectedAppOverrides = {}): Change {
  return (state) => {
    const code = connectionCode(number)
    const username = `${code}_0001`
    const roleId = `r${number}`
    const id = overrides.id ?? customAppId(number)
    const name = overrides.name ?? `Lantern ${number}`
    const scopes = overrides.scopes ?? ['read_products']
    const token = { token: `token-${number}`, clientId: id, username, scope: scopes.join(' ') }
    return {
      ...state,
      roles: [...state.roles, { id: roleId, code: roleId, label: id, type: 'app', acls: [] }],
      userGroups: [...state.userGroups, { id: `g${number}`, name: code, type: 'app' }],
      users: [...state.users, apiUser(state, `a${number}`, username, roleId)],
      oauthClients: [
        ...state.oauthClients,
        { id, secret: 'k'.repeat(86), grantTypes: ['authorization_code'] },
      ],
      accessTokens: overrides.isPending
        ? state.accessTokens
        : [...state.accessTokens, { ...token, expiresAt: null }],
      connections: [
        ...state.connections,
        {
          code,
          label: name,
          flowType: overrides.flowType ?? 'other',
          image: null,
          auditable: overrides.auditable ?? false,
          type: 'app',
          clientId: id,
          username,
          createdAt: later + number,
        },
      ],
      connectedApps: [
        ...state.connectedApps,
        {
          id,
          name,
          scopes,
          connectionCode: code,
          username,
          roleId,
          userGroup: code,
          logo: null,
          author: overrides.author === undefined ? 'Ada Marlow' : overrides.author,
          categories: ['E-commerce'],
          certified: false,
          partner: null,
          isCustomApp: overrides.isCustomApp ?? true,
          hasOutdatedScopes: overrides.hasOutdatedScopes ?? false,
        },
      ],
    }
  }
}

/** The app asked whoever is signed in for scopes a moment ago: its wizard can be opened. */
export function askedFor(clientId: string, scopes: string): Change {
  const all = scopes.split(' ').filter((scope) => scope !== '')
  const isAboutUser = (scope: string) => ['openid', 'profile', 'email'].includes(scope)
  const client = {
    id: clientId,
    secret: 'k'.repeat(86),
    grantTypes: ['authorization_code'],
  } as const
  return (state) => ({
    ...state,
    oauthClients: state.oauthClients.some(({ id }) => id === clientId)
      ? state.oauthClients
      : [...state.oauthClients, client],
    authorizationRequests: [
      {
        username: state.session,
        clientId,
        authorizationScopes: all.filter((scope) => !isAboutUser(scope)),
        authenticationScopes: all.filter(isAboutUser),
        redirectUri: 'https://lantern.example.com/callback',
        state: null,
      },
    ],
  })
}

/** A catalog of a connected app of this module. */
export function catalog(number: number, app: number, enabled = false): Change {
  return (state) => ({
    ...state,
    catalogs: [
      ...state.catalogs,
      {
        id: catalogId(number),
        name: `Shop ${number}`,
        enabled,
        owner: `${connectionCode(app)}_0001`,
      },
    ],
  })
}

export function catalogId(number: number): string {
  return `5d9e1b40-2f6a-4c77-8d21-${String(number).padStart(12, '0')}`
}

/** The app gave its first catalog a format of its own. */
export const mapped: Change = (state) => ({
  ...state,
  catalogs: state.catalogs.map((item, index) =>
    index === 0 ? { ...item, productMappingSchema: mappingSchema } : item,
  ),
})

const mappingSchema = {
  $schema: 'https://api.akeneo.com/mapping/product/1.0.3/schema',
  type: 'object',
  properties: {
    uuid: { type: 'string' },
    title: { type: 'string', title: 'Title', description: 'What the shop calls it.' },
    weight: { type: 'number' },
    day: { type: 'string', format: 'date-time', title: 'Day of release' },
  },
  required: ['title'],
}

export const enterprise: Change = (state) => ({ ...state, edition: 'EE' })
