import { expect, test } from 'vitest'
import { defaultScenario } from '../../../pim/index.ts'
import { connected } from '../missions/told-situation.ts'
import { tokenlessConnections, tokensAtHand } from './tokens-at-hand.ts'

const [connection = expect.fail()] = defaultScenario.connections
const { clientId, username } = connection

function token(text: string, owner: string, scope: string | null) {
  return { token: text, clientId: owner, username, scope, expiresAt: null }
}

test('the newest token of each is at hand, apps first; a stranger has none', () => {
  const state = {
    ...defaultScenario,
    connectedApps: [connected],
    accessTokens: [
      token('of the connection', clientId, null),
      token('older', 'client', 'read_products'),
      token('newer', 'client', 'read_products write_categories'),
      token('of a stranger', 'gone', ''),
    ],
  }
  expect(tokensAtHand(state)).toEqual([
    { token: 'newer', label: 'Harbour Sync (app)', scope: 'read_products write_categories' },
    { token: 'of the connection', label: `${connection.label} (connection)`, scope: null },
  ])
  expect(tokenlessConnections(state).map(({ code }) => code)).not.toContain(connection.code)
})

test('a token that has expired is not at hand, and its connection can get another', () => {
  const at = Date.now()
  const state = (expiresAt: number) => ({
    ...defaultScenario,
    clock: { offset: 60_000, frozenAt: null },
    accessTokens: [{ ...token('short', clientId, null), expiresAt }],
  })
  expect(tokensAtHand(state(at + 90_000))).toHaveLength(1)
  expect(tokensAtHand(state(at + 30_000))).toEqual([])
  const codes = tokenlessConnections(state(at + 30_000)).map(({ code }) => code)
  expect(codes).toContain(connection.code)
})

test('a connection without a token has what it needs to get one', () => {
  const found = tokenlessConnections({ ...defaultScenario, accessTokens: [] })
  const secret = defaultScenario.oauthClients.find(({ id }) => id === clientId)?.secret
  const password = defaultScenario.users.find((user) => user.username === username)?.password
  expect(found.find(({ code }) => code === connection.code)).toEqual({
    code: connection.code,
    label: connection.label,
    credentials: { clientId, secret, username, password },
  })
})
