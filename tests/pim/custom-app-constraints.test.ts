import { expect, test } from 'vitest'
import { messages, type MessageKey } from '../../playground/pim/index.ts'
import { appDraft, registerApp } from './activation.ts'
import { buildPim } from './build-pim.ts'

const prefix = 'akeneo_connectivity.connection.connect.custom_apps.create_modal.errors.'
const long = 'a'.repeat(256)
const longUrl = `https://a.example.com/${'a'.repeat(234)}`

/** The violations as `property key`, each key without what all begin with. */
async function violationsOf(response: Response): Promise<string[]> {
  const body = (await response.json()) as {
    errors: { propertyPath: string; message: MessageKey }[]
  }
  expect(response.status).toBe(422)
  expect(Object.keys(body)).toEqual(['errors'])
  return body.errors.map(({ propertyPath, message }) => {
    expect(message.startsWith(prefix)).toBe(true)
    expect(messages[message]).toBeDefined()
    return `${propertyPath} ${message.slice(prefix.length)}`
  })
}

test.each<[string, object, string[]]>([
  ['[D.2] name required: empty', { name: '' }, ['name name.not_blank', 'name name.min_length']],
  ['[D.2] name required: a number', { name: 7 }, ['name name.not_blank', 'name name.min_length']],
  ['[D.2] name shorter than 3 characters', { name: 'é€' }, ['name name.min_length']],
  ['[D.2] name longer than 255 characters', { name: long }, ['name name.max_length']],
  [
    '[D.2] activate url required: empty',
    { activateUrl: '' },
    ['activateUrl activate_url.not_blank'],
  ],
  [
    '[D.2] activate url not a valid URL: a word',
    { activateUrl: 'lantern' },
    ['activateUrl activate_url.must_be_url'],
  ],
  [
    '[D.2] activate url longer than 255 characters',
    { activateUrl: longUrl },
    ['activateUrl activate_url.max_length'],
  ],
  [
    '[D.2] callback url required: left out',
    { callbackUrl: undefined },
    ['callbackUrl callback_url.not_blank'],
  ],
  [
    '[D.2] callback url not a valid URL: a path',
    { callbackUrl: '/callback' },
    ['callbackUrl callback_url.must_be_url'],
  ],
  [
    '[D.2] callback url longer than 255 characters',
    { callbackUrl: longUrl },
    ['callbackUrl callback_url.max_length'],
  ],
  [
    'a callback url that is none and too long',
    { callbackUrl: long },
    ['callbackUrl callback_url.must_be_url', 'callbackUrl callback_url.max_length'],
  ],
  [
    'nothing but mistakes',
    { name: 'ab', activateUrl: '', callbackUrl: 'x' },
    [
      'name name.min_length',
      'activateUrl activate_url.not_blank',
      'callbackUrl callback_url.must_be_url',
    ],
  ],
])('%s, POST /rest/custom-apps answers 422', async (_, changes, broken) => {
  const pim = buildPim()
  const response = await pim.screen('POST', '/rest/custom-apps', { ...appDraft, ...changes })
  expect(await violationsOf(response)).toEqual(broken)
  expect((await pim.dump()).customApps).toEqual([])
})

test('[D.2] client id: a UUID of 36 characters, so neither rule about it is ever broken', async () => {
  const pim = buildPim()
  const response = await pim.screen('POST', '/rest/custom-apps', { ...appDraft, clientId: long })
  const { clientId } = (await response.json()) as { clientId: string }
  expect(clientId).toHaveLength(36)
})

test('[D.2] limit of custom apps: the 21st answers 422 about the whole', async () => {
  const pim = buildPim()
  const limit = '/rest/custom-apps/max-limit-reached'
  for (let index = 0; index < 20; index += 1) {
    expect(await (await pim.screen('GET', limit)).json()).toBe(false)
    await registerApp(pim)
  }
  expect(await (await pim.screen('GET', limit)).json()).toBe(true)
  const response = await pim.screen('POST', '/rest/custom-apps', appDraft)
  expect(await violationsOf(response)).toEqual([' limit_reached'])
  expect(messages[`${prefix}limit_reached` as MessageKey]).toBe(
    'You can create up to 20 custom apps.',
  )
})

test('[D.2] limit of custom apps: 30 asked for at once, exactly 20 are made', async () => {
  const pim = buildPim()
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => pim.screen('POST', '/rest/custom-apps', appDraft)),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
  expect((await pim.dump()).customApps).toHaveLength(20)
})

test.each([
  'javascript:alert(1)',
  'ftp://lantern.example.com',
  '//lantern.example.com',
  'https://',
  'https:///path',
  'https:lantern.example.com',
  'https://lantern.example.com/a b',
  ' https://lantern.example.com',
  'https://lantern.example.com/\n',
  'https://lantern\\example.com',
  'https://lantern.example.com/\0',
  'https://lantern.example.com/\ud800',
  'https://exa<mple.com',
  'https://user@',
  'https://a.example.com:99999',
])('[D.2] activate url not a valid URL: %j', async (activateUrl) => {
  const response = await buildPim().screen('POST', '/rest/custom-apps', {
    ...appDraft,
    activateUrl,
  })
  expect(await violationsOf(response)).toEqual(['activateUrl activate_url.must_be_url'])
})

test.each([
  'http://localhost:8000/activate',
  'http://127.0.0.1/activate',
  'http://[::1]:8000/',
  'https://lantern.example.com',
  'HTTPS://LANTERN.example.com/?a=b#c',
  'https://bücher.example.com/é',
  'https://my_app.example.com',
  `https://a.example.com/${'é'.repeat(233)}`,
])('POST /rest/custom-apps takes the activate url %s', async (activateUrl) => {
  const pim = buildPim()
  expect((await registerApp(pim, { activateUrl })).clientId).not.toBe('')
})
