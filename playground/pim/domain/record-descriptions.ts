import { appDescriptions } from './app-descriptions.ts'
import type { Described } from './described.ts'
import type { ScenarioCollection } from './scenario.ts'
import type { State } from './state.ts'

const time = 'milliseconds since 1970 in UTC'
const connectionCode = 'The `code` of a connection.'
const day = 'A day in UTC, as `2024-05-06`.'

/** What each record of a scenario is, and each of its fields. */
export const recordDescriptions: {
  readonly [Name in ScenarioCollection]: Described<State[Name]>
} = {
  ...appDescriptions,
  connections: {
    about: 'Connections, made by hand or by an app, the oldest first.',
    fields: {
      code: 'Never changes: 3 to 100 letters, digits and underscores.',
      label: 'The name on the screens.',
      flowType: 'Which way products go.',
      image: 'The `path` of a file, or null for the default picture.',
      auditable: 'Whether the dashboard counts what goes through it.',
      type: '`default` when it was made by hand, `app` when an app brought it.',
      clientId: 'The `id` of the OAuth client that it authenticates with.',
      username: 'The `username` of the API user that it acts as.',
      createdAt: `When it was made: ${time}.`,
    },
  },
  oauthClients: {
    about: 'What connections and apps authenticate with: one for each of them.',
    fields: {
      id: 'The client id: for an app its own, for a connection a number, `_` and 50 letters and digits.',
      secret: 'The client secret, in clear.',
      grantTypes:
        'How it may ask for tokens: `password` and `refresh_token` for a connection, `authorization_code` for an app.',
    },
  },
  users: {
    about: 'People, and the API users of connections and apps.',
    fields: {
      id: 'A number as text, of which each user has another one.',
      username: 'What they sign in with, and what other records name them by.',
      password: 'In clear.',
      firstName: 'The first name; of an API user the label of its connection.',
      lastName: 'The last name; of an API user a blank.',
      email: 'The e-mail address, which an app may ask for.',
      type: '`user` can use the screens, `api` only the API.',
      enabled: 'Whether they can sign in and their tokens work.',
      roleId: 'The `id` of the role that says what they may do.',
      groupIds: 'The `id` of each of their user groups.',
    },
  },
  roles: {
    about: 'What users may do.',
    fields: {
      id: 'A number as text.',
      code: '`ROLE_USER` is the one that API users of new connections get.',
      label: 'The name on the screens.',
      type: '`app` when it was made for a connected app: then no screen lists it.',
      acls: 'The ids of the rights, each written out.',
    },
  },
  userGroups: {
    about: 'Groups of users.',
    fields: {
      id: 'A number as text.',
      name: '`All` is the group in which every user is.',
      type: '`app` when it was made for a connected app: then no screen lists it.',
    },
  },
  notifications: {
    about: 'What people are told of connected apps that ask for more.',
    fields: {
      id: 'A number as text.',
      username: 'The `username` of who is told.',
      appName: 'The name of the app.',
      connectionCode: 'The `code` of its connection.',
      createdAt: `When: ${time}.`,
      isViewed: 'Whether it was read.',
    },
  },
  wrongCredentials: {
    about:
      "Uses of a connection with a username that is not its own. The screens warn of a week's.",
    fields: {
      connectionCode,
      username: 'The `username` that was used.',
      usedAt: `When it was used last: ${time}.`,
    },
  },
  eventCounts: {
    about: 'What the dashboard counts of products, by connection and day.',
    fields: {
      connectionCode,
      eventType: 'What happened to the products.',
      day,
      count: 'How many of them.',
    },
  },
  errorCounts: {
    about: 'What the dashboard counts of refused products, by connection and day.',
    fields: {
      connectionCode,
      errorType:
        '`business` for rules of the catalogue, `technical` for what was wrong with the request.',
      day,
      count: 'How many errors.',
    },
  },
  businessErrors: {
    about: 'What the error monitoring of a connection shows, the oldest first.',
    fields: {
      id: 'Any text of which each error has another one.',
      connectionCode,
      at: `When: ${time}.`,
      content:
        'What the screen is told: `message`, `type`, `message_template`, `message_parameters`, `documentation`, `product` and, of a value, `attribute`, `locale` and `scope`.',
    },
  },
  webhooks: {
    about: 'Where connections want to be told of events. Nothing is ever sent there.',
    fields: {
      connectionCode,
      enabled: 'Whether the subscription is active.',
      secret: 'What requests would be signed with, or null.',
      url: 'Where they would go, or null.',
      isUsingUuid: 'Whether products would be named by their UUID.',
    },
  },
  eventLogs: {
    about: 'What became of the events that connections want to be told of.',
    fields: {
      id: 'Any text of which each line has another one.',
      connectionCode,
      at: `When: ${time}.`,
      level: 'How much it matters.',
      message: 'What became of it.',
      context: 'The event, and where it was to be sent.',
    },
  },
  files: {
    about: 'Pictures that were uploaded.',
    fields: {
      path: 'What an `image` names it by.',
      name: 'The name of the file that was uploaded.',
      mimeType: 'As in `image/png`.',
      content: 'The bytes in Base64.',
    },
  },
}
