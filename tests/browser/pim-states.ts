import type { Scenario } from '../../playground/pim/index.ts'

/** Turns one state of the PIM into another. Later ones build on earlier ones. */
export type Change = (state: Scenario) => Scenario

export type FlowType = Scenario['connections'][number]['flowType']

const day = 24 * 60 * 60 * 1000

/** After what the PIM has from the start, so that what is added comes last. */
export const later = Date.UTC(2026, 0, 1)

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
          createdAt: later + number,
        },
      ],
    }
  }
}

/** A name without a place to break it, as long as the PIM takes it. */
export const longName = (length: number) => 'W'.repeat(length)

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

/** Something that the PIM tells its administrator, newest last. Every third one was read. */
export function notifications(count: number, appName = 'Harbour Sync'): Change {
  return (state) => ({
    ...state,
    nextId: state.nextId + count,
    notifications: numbers(count).map((number) => ({
      id: String(state.nextId + number - 1),
      username: 'admin',
      appName: count === 1 ? appName : `${appName} ${number}`,
      connectionCode: 'app_lantern1',
      createdAt: later + number,
      isViewed: number % 3 === 0,
    })),
  })
}

/** An event subscription of a connection, which is on. */
export function subscription(connectionCode: string): Change {
  return (state) => ({
    ...state,
    webhooks: [
      ...state.webhooks,
      {
        connectionCode,
        enabled: true,
        secret: 'w'.repeat(50),
        url: 'https://events.example.com',
        isUsingUuid: false,
      },
    ],
  })
}

/** What became of events for a connection, newest last: every third one is a notice. */
export function eventLogs(connectionCode: string, count: number): Change {
  return (state) => ({
    ...state,
    eventLogs: [
      ...state.eventLogs,
      ...numbers(count).map((number) => ({
        id: `log-${String(number).padStart(4, '0')}`,
        connectionCode,
        at: Date.now() - (count - number) * 60_000,
        level: number % 3 === 0 ? ('notice' as const) : ('error' as const),
        message:
          number % 3 === 0
            ? 'The event was not sent because it was raised by the same connection.'
            : 'The endpoint failed to answer under 500 ms.',
        context: { events: [{ action: 'product.updated', product_identifier: `lamp_${number}` }] },
      })),
    ],
  })
}

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

/** A user who belongs to a connection or an app. */
export function apiUser(
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

/** One, two, three, as many as asked for. */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
