import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createPim,
  createMemoryDriver,
  StoreCorruptError,
  type Change,
} from '../../playground/pim/index.ts'
import { activate, registerApp } from './activation.ts'
import { buildPim, pimUrl } from './build-pim.ts'

const nasty = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '\0', '..', '%', '%2e%2e%2f', '', '💥'),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
)
const names = [
  'code',
  'label',
  'flow_type',
  'image',
  'auditable',
  'user_role_id',
  'user_group_id',
  'name',
  'activateUrl',
  'callbackUrl',
  'activate_url',
  'callback_url',
  'client_id',
  'client_secret',
  'code_identifier',
  'code_challenge',
  'grant_type',
  'username',
  'password',
  'refresh_token',
  'acls',
  'flowType',
  'url',
  'enabled',
  'isUsingUuid',
  'event_type',
  'error_type',
  'end_date',
  'advance',
  'freeze',
  'response_type',
  'scope',
  'state',
  'search',
  '__proto__',
]
const body = fc.oneof(
  fc.json(),
  nasty,
  fc.uint8Array({ maxLength: 200 }),
  fc.dictionary(fc.constantFrom(...names), fc.oneof(nasty, fc.jsonValue())).map((value) => {
    return JSON.stringify(value)
  }),
  fc
    .array(fc.tuple(fc.constantFrom(...names), fc.string()))
    .map((pairs) => new URLSearchParams(pairs).toString()),
)
const route = fc.constantFrom(
  ['GET', '/rest/user'],
  ['GET', '/rest/roles'],
  ['PUT', '/rest/roles/:id/acls'],
  ['GET', '/rest/connections'],
  ['POST', '/rest/connections'],
  ['GET', '/rest/connections/:id'],
  ['POST', '/rest/connections/fernwood_erp'],
  ['POST', '/rest/connections/:id'],
  ['DELETE', '/rest/connections/:id'],
  ['POST', '/rest/connections/:id/regenerate-secret'],
  ['GET', '/rest/connections/:id/webhook'],
  ['POST', '/rest/connections/fernwood_erp/webhook'],
  ['GET', '/rest/connections/:id/webhook/regenerate-secret'],
  ['POST', '/rest/connections/:id/webhook/check-reachability'],
  ['GET', '/rest/connections/:id/business-errors'],
  ['GET', '/rest/connections/audit/weekly'],
  ['GET', '/rest/connections/audit/weekly-error'],
  ['GET', '/rest/connections/audit/error-count-per-connection'],
  ['POST', '/rest/marketplace/test-apps'],
  ['POST', '/media/'],
  ['GET', '/media/show/:id/x'],
  ['POST', '/rest/custom-apps'],
  ['DELETE', '/rest/custom-apps/:id'],
  ['GET', '/rest/apps/activate/:id'],
  ['GET', '/rest/apps/load-wizard-data/:id'],
  ['POST', '/rest/apps/confirm-authorization/:id'],
  ['POST', '/rest/apps/confirm-authentication/:id'],
  ['GET', '/rest/apps/connected-apps/:id'],
  ['POST', '/rest/apps/connected-apps/:id/monitoring-settings'],
  ['GET', '/rest/apps/connected-apps/:id/open-app-url'],
  ['GET', '/connect/apps/v1/authorize'],
  ['POST', '/connect/apps/v1/oauth2/token'],
  ['POST', '/connect/apps/v1/scopes/update'],
  ['GET', '/connect/apps/v1/connected_app/:id'],
  ['POST', '/api/oauth/v1/token'],
  ['POST', '/api/rest/v1/test-apps'],
  ['PUT', '/_control/scenario'],
  ['POST', '/_control/clock'],
  ['PUT', '/_control/faults'],
  ['PUT', '/_control/session'],
  ['PATCH', '/:id'],
  ['OPTIONS', '/rest/connections'],
) as fc.Arbitrary<[string, string]>
/** As a part of a path; what is no Unicode becomes U+FFFD. */
function inPath(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}

const contentType = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'nonsense',
)

test('whatever is sent, no answer is a 5xx, and what is refused changes nothing', async () => {
  const pim = buildPim()
  await fc.assert(
    fc.asyncProperty(
      route,
      nasty,
      fc.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 4 }),
      contentType,
      body,
      async ([method, template], id, query, type, content) => {
        const path = template.replace(':id', inPath(id))
        const parameters = new URLSearchParams(query)
        const before = await (await pim.send('/_control/scenario')).text()
        const response = await pim.send(`${path}?${parameters}`, {
          method,
          headers: { 'x-requested-with': 'XMLHttpRequest', 'content-type': type },
          ...(method !== 'GET' && { body: content as BodyInit }),
        })
        expect(response.status).toBeLessThan(500)
        if (response.status >= 400) {
          expect(await (await pim.send('/_control/scenario')).text()).toBe(before)
        } else {
          await pim.send('/_control/reset', { method: 'POST' })
        }
      },
    ),
    { numRuns: 500 },
  )
}, 120_000)

test.each([
  ['10 MB of blanks', ' '.repeat(10_000_000)],
  ['10 MB in one text', JSON.stringify({ code: 'a'.repeat(10_000_000), label: 'x' })],
  ['a deep list', '['.repeat(1_000_000)],
  ['a deep list that ends', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['a deep object', `${'{"code":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
])('%s is refused within a second, everywhere', async (_, content) => {
  const pim = buildPim()
  const paths: [string, string][] = [
    ['POST', '/rest/connections'],
    ['POST', '/rest/custom-apps'],
    ['PUT', '/rest/roles/1/acls'],
    ['POST', '/connect/apps/v1/oauth2/token'],
    ['POST', '/api/oauth/v1/token'],
    ['PUT', '/_control/scenario'],
    ['POST', '/_control/clock'],
  ]
  for (const [method, path] of paths) {
    const started = performance.now()
    const response = await pim.screen(method, path, content)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})

test('an unexpected failure is a bare 500 in JSON, is reported, and leaves no trace', async () => {
  const driver = createMemoryDriver()
  const reported: unknown[] = []
  const pim = createPim({
    url: pimUrl,
    driver: { ...driver, commit: () => Promise.reject(new Error('disk full')) },
    report: (error) => reported.push(error),
  })
  const request = new Request(`${pimUrl}/_control/session`, {
    method: 'PUT',
    body: '{"username":"noor"}',
  })
  const response = await pim.fetch(request)
  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({ code: 500, message: 'The PIM could not answer.' })
  expect(reported).toEqual([new Error('disk full')])
  const session = await pim.fetch(new Request(`${pimUrl}/_control/session`))
  expect(await session.json()).toEqual({ username: 'admin' })
})

async function keptChanges(): Promise<Change[]> {
  const driver = createMemoryDriver()
  const pim = buildPim({ options: { driver } })
  await activate(pim, await registerApp(pim))
  return [...(await driver.load()).changes]
}

test('a kept state is loaded again', async () => {
  const changes = await keptChanges()
  const driver = { ...createMemoryDriver(), load: async () => ({ version: 1, changes }) }
  const pim = buildPim({ options: { driver } })
  await pim.ready()
  expect((await pim.dump()).connectedApps).toHaveLength(1)
})

test.each<[string, (change: Change) => Change]>([
  ['null for a record', (change) => ({ ...change, value: null })],
  ['a text for a record', (change) => ({ ...change, value: 'x' })],
  ['an empty record', (change) => ({ ...change, value: {} })],
  ['a number for a text', (change) => withField(change, 'username', 7)],
  ['a field too many', (change) => withField(change, 'colour', 'blue')],
  ['an unknown collection', (change) => ({ ...change, collection: 'planes' })],
  ['a reference to nothing', (change) => withField(change, 'roleId', 'gone')],
])('a kept state with %s is corrupt', async (_, spoil) => {
  const changes = (await keptChanges()).map((change) =>
    change.collection === 'users' ? spoil(change) : change,
  )
  const driver = { ...createMemoryDriver(), load: async () => ({ version: 1, changes }) }
  await expect(buildPim({ options: { driver } }).ready()).rejects.toThrow(StoreCorruptError)
})

test('a kept state without settings is corrupt', async () => {
  const changes = [{ collection: 'settings', key: 'current', value: undefined }]
  const driver = { ...createMemoryDriver(), load: async () => ({ version: 1, changes }) }
  await expect(buildPim({ options: { driver } }).ready()).rejects.toThrow(StoreCorruptError)
})

function withField(change: Change, name: string, value: unknown): Change {
  return { ...change, value: { ...(change.value as object), [name]: value } }
}
