import type { AppState } from './app-state.ts'
import type { Described } from './described.ts'

const time = 'milliseconds since 1970 in UTC'
const username = 'The `username` of a user.'
const clientId = 'The `id` of an OAuth client.'

/** What each record of a scenario about apps is, and each of its fields. */
export const appDescriptions: { readonly [Name in keyof AppState]: Described<AppState[Name]> } = {
  customApps: {
    about: 'Apps that were declared in this PIM.',
    fields: {
      clientId: 'A UUID.',
      clientSecret: 'The client secret, in clear: 86 characters when the PIM makes it.',
      name: 'The name on the screens.',
      activateUrl: 'Where a browser is sent when somebody connects or opens the app.',
      callbackUrl: 'Where a browser is sent with the authorization code.',
      author: 'The `username` of who declared it.',
      createdAt: `When it was declared: ${time}.`,
    },
  },
  connectedApps: {
    about: 'Apps that somebody confirmed. Each has a connection, a user, a role and a group.',
    fields: {
      id: 'The client id of the app.',
      name: 'The name on the screens.',
      scopes: 'The authorization scopes that it was granted, as it asked for them.',
      connectionCode: 'The `code` of its connection.',
      username: 'The `username` of its API user.',
      roleId: 'The `id` of its role.',
      userGroup: 'The `name` of its user group.',
      logo: 'The address of a picture, or null.',
      author: 'Who made the app, or null.',
      categories: 'Under which the App Store lists it.',
      certified: 'Whether the App Store certified it.',
      partner: 'What the App Store says about its maker, or null.',
      isCustomApp: 'Whether it was declared in this PIM.',
      hasOutdatedScopes: 'Whether it asked for more than it was granted, and waits for that.',
    },
  },
  authorizationRequests: {
    about: 'What sessions remember between an authorization request and its confirmation.',
    fields: {
      username,
      clientId: 'The client id of the app.',
      authorizationScopes: 'The rights on data that it asks for.',
      authenticationScopes: 'Those of `openid`, `profile` and `email` that it asks for.',
      redirectUri: 'Its callback URL.',
      state: 'What the app wants to be given back, or null.',
    },
  },
  authorizationCodes: {
    about: 'Codes that no app has redeemed yet.',
    fields: {
      code: 'The code: 86 characters when the PIM makes it.',
      clientId,
      username: 'The `username` of who connected or opened the app.',
      expiresAt: `When it stops working, 30 seconds after it was made: ${time}.`,
    },
  },
  accessTokens: {
    about: 'Tokens that work. An app whose token is not here is pending.',
    fields: {
      token: 'The token: 86 characters when the PIM makes it.',
      clientId,
      username: 'The `username` of whom it acts as.',
      scope: 'Of the token of an app, separated by blanks; else null.',
      expiresAt: `When it stops working: ${time}. Null for the token of an app.`,
    },
  },
  refreshTokens: {
    about: 'What connections get their next access token with.',
    fields: {
      token: 'The token: 86 characters when the PIM makes it.',
      clientId,
      username: 'The `username` of whom it acts as.',
      expiresAt: `When it stops working: ${time}.`,
    },
  },
  revokedAppTokens: {
    about: 'Tokens of apps that were disconnected: whoever uses one is told so.',
    fields: { token: 'The token.' },
  },
  consents: {
    about: 'What users agreed to tell apps about themselves.',
    fields: {
      username,
      appId: 'The client id of an app.',
      scopes: 'Those of `openid`, `profile` and `email` that the user agreed to.',
    },
  },
  openIdKeys: {
    about: 'What id_tokens are signed with. The first one counts.',
    fields: {
      id: 'A number as text.',
      privateKey: 'An RSA key, PKCS #8 as PEM.',
      certificate: 'Its X.509 certificate as PEM.',
    },
  },
  appPermissions: {
    about: 'Which parts of the catalogue an app may use: Enterprise Edition only.',
    fields: {
      userGroup: 'The `name` of the user group of a connected app.',
      categories: 'By level of permission.',
      locales: 'By level of permission.',
      attributeGroups: 'By level of permission.',
    },
  },
  catalogs: {
    about: 'Catalogs that apps made.',
    fields: {
      id: 'A UUID.',
      name: 'The name on the screens.',
      enabled: 'Whether its products are given out.',
      owner: 'The `username` of the API user of the app that made it.',
      productSelectionCriteria: 'Which products it has. Left out: those that are enabled.',
      productValueFilters: 'Which values of them it gives out. Left out: all.',
      productMapping: 'Where the values of mapped products come from, by target.',
      productMappingSchema:
        'How the app wants to be told of products: a JSON Schema in the dialect of mapping schemas. Left out: it did not say.',
    },
  },
}
