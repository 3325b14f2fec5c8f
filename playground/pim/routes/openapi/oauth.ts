import { body, form, json, text, type Described } from './described.ts'

/** Tokens, and what an app's activation passes through (contract C, E, F). */
export const oauthRoutes: readonly Described[] = [
  {
    method: 'POST',
    path: '/api/oauth/v1/token',
    tag: 'OAuth',
    summary: 'Get or refresh the token of a connection',
    statuses: [200, 400, 413, 415, 422],
    security: 'basic',
    body: body(
      {
        'grant_type!': { type: 'string', enum: ['password', 'refresh_token'] },
        username: text,
        password: text,
        refresh_token: text,
      },
      [json, form],
    ),
  },
  {
    method: 'GET',
    path: '/',
    tag: 'OAuth',
    summary: 'The start page: the screens, where they are built',
    statuses: [200, 302],
  },
  {
    method: 'GET',
    path: '/user/login',
    tag: 'OAuth',
    summary: 'Sign in: the PIM does it by itself and sends the browser back',
    statuses: [302, 401],
    query: ['_target_path'],
  },
  {
    method: 'GET',
    path: '/connect/apps/v1/authorize',
    tag: 'OAuth',
    summary: 'Ask for authorization: an app sends a browser here',
    statuses: [302, 403, 404],
    query: ['response_type', 'client_id', 'scope', 'state'],
  },
  {
    method: 'POST',
    path: '/connect/apps/v1/oauth2/token',
    tag: 'OAuth',
    summary: 'Exchange a code for the token of an app',
    statuses: [200, 400, 404, 500],
    body: body(
      {
        'client_id!': text,
        'code!': text,
        'grant_type!': { type: 'string', enum: ['authorization_code'] },
        'code_identifier!': text,
        'code_challenge!': { type: 'string', pattern: '^[0-9a-f]{64}$' },
      },
      [form, json],
    ),
  },
  {
    method: 'GET',
    path: '/connect/apps/v1/openid/public-key',
    tag: 'OAuth',
    summary: 'The certificate with which an id_token is checked',
    statuses: [200, 500],
  },
  {
    method: 'POST',
    path: '/connect/apps/v1/scopes/update',
    tag: 'OAuth',
    summary: 'Say that an app would like more scopes',
    statuses: [200, 401, 403],
    query: ['scopes'],
    security: 'bearer',
  },
  {
    method: 'GET',
    path: '/connect/apps/v1/connected_app/:id',
    tag: 'OAuth',
    summary: "Go to an app's settings",
    statuses: [302, 403, 404],
  },
  {
    method: 'GET',
    path: '/connect/apps/v1/catalogs/:id',
    tag: 'OAuth',
    summary: "Go to a catalog's page in its app's settings",
    statuses: [302, 403, 404],
  },
]
