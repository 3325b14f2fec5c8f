import { expect, test } from 'vitest'
import { checkScenario, type Scenario } from '../../playground/pim/index.ts'
import { activate, obtainCode, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'
import { reopen } from './reopen.ts'

// What has the shape of a scenario, and what the PIM answers with, but could never come to hold.

/** A state in which each record that names another one is there once. */
async function buildWhole(): Promise<Scenario> {
  const pim = buildPim({ scenario: { edition: 'EE' } })
  await activate(pim, await registerApp(pim), 'openid email read_products')
  await obtainCode(pim, await registerApp(pim, { name: 'Pending' }))
  const state = await pim.dump()
  const connectionCode = 'fernwood_erp'
  const at = 1_700_000_000_000
  const day = '2024-02-29'
  const [client] = state.oauthClients
  const [app] = state.connectedApps
  const nothing = { all: false, identifiers: [] }
  const levels = { edit: nothing, view: nothing }
  const log = { id: '1', connectionCode, at, level: 'info', message: 'm', context: {} } as const
  return {
    ...state,
    refreshTokens: [
      { token: 'r', clientId: client?.id ?? '', username: 'noor', expiresAt: at + 1000 },
    ],
    // Left behind by what was removed, as the PIM leaves it.
    notifications: [
      {
        id: '4',
        username: 'admin',
        appName: 'Gone',
        connectionCode: 'gone',
        createdAt: at,
        isViewed: false,
      },
    ],
    wrongCredentials: [{ connectionCode, username: 'gone', usedAt: at }],
    customApps: state.customApps.map((each) => Object.assign({}, each, { author: 'gone' })),
    eventCounts: [{ connectionCode, eventType: 'product_read', day, count: 1 }],
    errorCounts: [{ connectionCode, errorType: 'business', day, count: 1 }],
    businessErrors: [{ id: '1', connectionCode, at, content: {} }],
    webhooks: [
      {
        connectionCode,
        enabled: true,
        secret: null,
        url: 'https://hooks.example.com',
        isUsingUuid: false,
      },
    ],
    eventLogs: [log],
    appPermissions: [
      {
        userGroup: app?.userGroup ?? '',
        categories: { own: nothing, ...levels },
        locales: levels,
        attributeGroups: levels,
      },
    ],
    catalogs: [{ id: 'a', name: 'Autumn', enabled: true, owner: app?.username ?? '' }],
    files: [{ path: 'a/b.png', name: 'b.png', mimeType: 'image/png', content: 'iVBO' }],
    connections: state.connections.map((each) =>
      Object.assign({}, each, each.type === 'default' && { image: 'a/b.png' }),
    ),
  }
}

const long = 'x'.repeat(5_000_000)
const script = 'javascript:alert(1)'

/** What is put into a field, and what is said of it; the third connection is that of an app. */
const damages: readonly [pointer: string, value: unknown, message: string][] = [
  ['/authorizationRequests/0/redirectUri', script, 'The callback url must be a valid URL'],
  ['/catalogs/0/name', '', 'This value should not be blank'],
  ['/catalogs/0/name', long, 'This value is too long. It should have 255 characters or less'],
  ['/connectedApps/0/name', '', 'The name of the app is required'],
  ['/eventCounts/0/day', '2026-02-31', 'Is no day'],
  ['/eventCounts/0/day', '2026-13-01', 'Is no day'],
  ['/errorCounts/0/day', '2023-02-29', 'Is no day'],
  ['/eventCounts/0/day', 'hello', String.raw`Expected a string like ^\d{4}-\d{2}-\d{2}$`],
  ['/customApps/0/activateUrl', script, 'The activate url must be a valid URL'],
  ['/customApps/0/callbackUrl', script, 'The callback url must be a valid URL'],
  ['/customApps/0/callbackUrl', '', 'The callback url is required'],
  [
    '/customApps/0/activateUrl',
    `https://lantern.example.com/${'x'.repeat(300)}`,
    'The activate url of the app is too long. It must have 255 characters or less',
  ],
  [
    '/customApps/0/name',
    'ab',
    'The name of the app is too short. It must have 3 characters or more',
  ],
  ['/connections/0/code', '', 'Connection code is required'],
  [
    '/connections/0/code',
    'a b!',
    'Connection code may contain only letters, numbers and underscores',
  ],
  [
    '/connections/0/label',
    long,
    'Connection label is too long. It should have 100 characters or less',
  ],
  ['/connections/0/label', '      ', 'Connection label is required'],
  [
    '/connections/2/label',
    long,
    'The name of the app is too long. It must have 255 characters or less',
  ],
  ['/files/0/content', 'AAAA'.repeat(700_000), 'Is too large for a picture'],
  ['/roles/1/code', 'ROLE_ADMINISTRATOR', 'Has the code "ROLE_ADMINISTRATOR" of another one'],
  ['/roles/1/label', 'Administrator', 'Has the label "Administrator" of another one'],
]

function damage(scenario: Scenario, pointer: string, value: unknown): Scenario {
  const [, name = '', index = '', field = ''] = pointer.split('/')
  const copy = structuredClone(scenario) as unknown as Record<string, Record<string, unknown>[]>
  const record = copy[name]?.[Number(index)]
  if (!record || !(field in record)) throw new RangeError(`There is no ${pointer}`)
  record[field] = value
  return copy as unknown as Scenario
}

const whole = await buildWhole()

test('what all of this is done to is a scenario', () => {
  expect(checkScenario(whole)).toBeUndefined()
})

const titled = damages.map(([pointer, value, message]) => {
  return [pointer, JSON.stringify(value).slice(0, 40), { value, message }] as const
})

test.each(titled)('%s that is %s is refused', (pointer, _, { value, message }) => {
  expect(checkScenario(damage(whole, pointer, value))).toEqual({ pointer, message })
})

test('a reference that leads nowhere is taken where the PIM can answer with it', () => {
  const names = ['accessTokens/0/clientId', 'consents/0/appId', 'eventCounts/0/connectionCode']
  for (const name of names) {
    expect(checkScenario(damage(whole, `/${name}`, 'gone')), name).toBeUndefined()
  }
})

test('PUT /_control/scenario refuses such a state as well, and keeps the one it has', async () => {
  const pim = buildPim()
  const before = await pim.dump()
  const body = damage(whole, '/customApps/0/activateUrl', script)
  const response = await pim.api('PUT', '/_control/scenario', { body })
  expect(response.status).toBe(422)
  expect(await response.json()).toEqual({
    code: 422,
    message: 'The activate url must be a valid URL',
    pointer: '/customApps/0/activateUrl',
  })
  expect(await pim.dump()).toEqual(before)
})

test('what a driver kept opens nevertheless', async () => {
  const [count] = whole.eventCounts
  const key = `${count?.connectionCode}/${count?.eventType}/${count?.day}`
  const pim = await reopen(whole, {
    collection: 'eventCounts',
    key,
    value: { ...count, day: '2024-02-31' },
  })
  await pim.ready()
  expect(checkScenario(await pim.dump())).toMatchObject({ pointer: '/eventCounts/0/day' })
})
