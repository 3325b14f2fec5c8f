import type { Scenario } from '../../playground/pim/index.ts'

/** Turns one state of the PIM into another. Later ones build on earlier ones. */
export type Change = (state: Scenario) => Scenario

type FlowType = Scenario['connections'][number]['flowType']
type AppState = Scenario['connectedApps'][number]

const day = 24 * 60 * 60 * 1000

/** Applies changes one after the other. */
export function changed(state: Scenario, ...changes: readonly Change[]): Scenario {
  return changes.reduce((before, change) => change(before), state)
}

/** No connection, and nobody who could use one. */
export const noConnections: Change = (state) => ({
  ...state,
  connections: [],
  users: state.users.filter(({ type }) => type === 'user'),
  oauthClients: [],
})

export interface ConnectionOverrides {
  code?: string
  label?: string
  flowType?: FlowType
  auditable?: boolean
}

/** One more connection, of a number that tells it from others. */
export function connection(number: number, overrides: ConnectionOverrides = {}): Change {
  return (state) => {
    const code = overrides.code ?? `harbour_${number}`
    const clientId = `${100 + number}_${String(number).padStart(50, '0')}`
    const username = `${code}_0001`
    return {
      ...state,
      oauthClients: [
        ...state.oauthClients,
        { id: clientId, secret: 's'.repeat(50), grantTypes: ['password', 'refresh_token'] },
      ],
      users: [...state.users, apiUser(state, `c${number}`, username, '2')],
      connections: [
        ...state.connections,
        {
          code,
          label: overrides.label ?? `Harbour ${number}`,
          flowType: overrides.flowType ?? 'data_source',
          image: null,
          auditable: overrides.auditable ?? false,
          type: 'default',
          clientId,
          username,
          createdAt: number,
        },
      ],
    }
  }
}

/** Several connections at once, the flow types in turn. */
export function connections(count: number): Change {
  const flowTypes = ['data_source', 'data_destination', 'other'] as const
  return (state) =>
    changed(
      state,
      ...numbers(count).map((number) =>
        connection(number, { flowType: flowTypes[number % 3] ?? 'other' }),
      ),
    )
}

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
        createdAt: number,
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
          createdAt: number,
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
  return (state) => ({
    ...state,
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

/** A week in which products came in, went out and were refused. */
export const busyWeek: Change = (state) => {
  const counts = [12, 140, 0, 1033, 260, 75, 412, 20]
  const dayOf = (ago: number) => new Date(Date.now() - ago * day).toISOString().slice(0, 10)
  return {
    ...state,
    connections: state.connections.map((item) => ({ ...item, auditable: true })),
    eventCounts: counts.flatMap((count, ago) => [
      event('fernwood_erp', 'product_created', dayOf(ago), count),
      event('fernwood_erp', 'product_updated', dayOf(ago), count * 3),
      event('larkspur_shop', 'product_read', dayOf(ago), count * 41),
    ]),
    errorCounts: counts.map((count, ago) => ({
      connectionCode: 'fernwood_erp',
      errorType: 'business',
      day: dayOf(ago),
      count: Math.round(count / 30),
    })),
  }
}

/** Errors of a connection, an hour apart, the newest first. */
export function businessErrors(
  connectionCodeOfErrors: string,
  messages: readonly string[],
): Change {
  return (state) => ({
    ...state,
    businessErrors: [
      ...state.businessErrors,
      ...messages.map((message, index) => ({
        id: `error-${index}`,
        connectionCode: connectionCodeOfErrors,
        at: Date.now() - index * 60 * 60 * 1000,
        content: {
          type: 'violation_error',
          message,
          property: 'values',
          product: {
            uuid: `0f3f7a7e-9d0a-4a10-8a4d-${String(index).padStart(12, '0')}`,
            identifier: `lamp_${index}`,
            label: `Lamp ${index}`,
            family: 'lamps',
          },
          ...(index === 0 && { locale: 'en_US', scope: 'ecommerce' }),
        },
      })),
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

export const enterprise: Change = (state) => ({ ...state, edition: 'EE' })

/** Somebody else is signed in: `noor` has no right at all. */
export function signedIn(username: string): Change {
  return (state) => ({ ...state, session: username })
}

/** The administrator's role has these rights on connections and apps only. */
export function rights(...acls: readonly string[]): Change {
  return (state) => ({
    ...state,
    roles: state.roles.map((role) => (role.id === '1' ? { ...role, acls } : role)),
  })
}

/** Somebody else's username was used with a connection. */
export function wrongUsername(code: string, username: string): Change {
  return (state) => ({
    ...state,
    wrongCredentials: [
      ...state.wrongCredentials,
      { connectionCode: code, username, usedAt: Date.now() - 60_000 },
    ],
  })
}

function event(
  code: string,
  eventType: Scenario['eventCounts'][number]['eventType'],
  dayText: string,
  count: number,
): Scenario['eventCounts'][number] {
  return { connectionCode: code, eventType, day: dayText, count }
}

function apiUser(
  { userGroups }: Scenario,
  id: string,
  username: string,
  roleId: string,
): Scenario['users'][number] {
  return {
    id,
    username,
    password: '0ba242f5e',
    firstName: username,
    lastName: ' ',
    email: `${username}@example.com`,
    type: 'api',
    enabled: true,
    roleId,
    groupIds: userGroups.slice(0, 1).map((group) => group.id),
  }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
