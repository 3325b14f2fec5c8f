import { code, label, sentence } from '../../describe-step.ts'
import { fill, press } from '../act.ts'
import { connectionMark } from '../marks.ts'
import type { Mission, Situation } from '../mission.ts'
import { connectionTokens, newConnections, readProductCall } from '../read-situation.ts'
import { creation } from './create-connection.ts'

/** What the reader copies from the screen of a connection, and what the guide fills in when it shows how. */
function credentials(situation: Situation) {
  const connection = newConnections(situation).at(-1)
  const { oauthClients, users } = situation.state
  return {
    clientId: connection?.clientId ?? '',
    secret: oauthClients.find(({ id }) => id === connection?.clientId)?.secret ?? '',
    username: connection?.username ?? '',
    password: users.find(({ username }) => username === connection?.username)?.password ?? '',
  }
}

/** "Read products with a connection". */
export const readProducts: Mission = {
  id: 'read-products',
  title: 'Read products with a connection',
  intro:
    'A shop reads products with the credentials of its connection: four values, one token, one list.',
  scenario: 'fresh-pim',
  client: 'connection',
  steps: [
    {
      id: 'create',
      title: ({ words }) =>
        `Create ${words.connection.one === 'app' ? 'an app' : 'a connection'} for a ${words.flowTypes.data_destination.one.toLowerCase()}`,
      hint: ({ words }) =>
        sentence`Open ${label(words.menu.connectionsTab)} › ${label(words.menu.connections)} and press ${label('Create')}. Label: ${code('Quay Shop')}, flow type: ${label(words.flowTypes.data_destination.one)}. Then ${label('Save')}. The password is shown once: stay on its page for the next step.`,
      acts: (context) => creation(context, 'Quay Shop', 'data_destination'),
      right: () => 'manageConnections',
      isDone: (situation) =>
        newConnections(situation).some(({ flowType }) => flowType === 'data_destination') ||
        connectionTokens(situation).length > 0,
    },
    {
      id: 'token',
      title: () => 'Ask for a token with its credentials',
      hint: () =>
        sentence`Copy ${label('Client ID')}, ${label('Secret')}, ${label('Username')} and ${label('Password')} from its page into the form below, and press ${label('Ask for a token')}.`,
      acts: (context) => {
        const { clientId, secret, username, password } = credentials(context)
        return [
          fill('guide', 'Client ID', clientId),
          fill('guide', 'Secret', secret),
          fill('guide', 'Username', username),
          fill('guide', 'Password', password),
          press('guide', 'Ask for a token'),
        ]
      },
      isDone: (situation) => connectionTokens(situation).length > 0,
    },
    {
      id: 'products',
      title: () => 'List products with the token',
      hint: () => sentence`Press ${label('List products')} below. The token lives for an hour.`,
      acts: () => [press('guide', 'List products')],
      see: (exchange, situation) => {
        const call = readProductCall(exchange)
        const known = connectionTokens(situation).find(({ token }) => token === call?.token)
        return known && call?.status === 200 ? connectionMark(known.connection) : undefined
      },
    },
  ],
}
