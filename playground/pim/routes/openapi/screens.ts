import { body, flag, text, type Body, type Described } from './described.ts'

const flowType = { type: 'string', enum: ['data_source', 'data_destination', 'other'] }
const nullableText = { type: ['string', 'null'] }
const connection = '/rest/connections/:code'
const app = '/rest/apps/connected-apps/:code'
const permissions = '/rest/app-permissions/:userGroup'
const redirecting =
  /^\/rest\/(apps|custom-apps|marketplace|catalogs)(\/|$)|^\/notification\/remove\//
const draft = body({ 'name!': text, 'activateUrl!': text, 'callbackUrl!': text })
const picture: Body = {
  types: ['multipart/form-data'],
  schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
}

/** What the PIM's own screens call (contract B.4, D.3, E, H.1, J.2). */
export const screenRoutes: readonly Described[] = [
  screen('GET /rest/user', 'Who is signed in', [200]),
  screen('GET /rest/feature-flags', 'What the edition brings', [200]),
  screen('GET /rest/roles', 'The roles with their rights', [200]),
  screen('PUT /rest/roles/:id/acls', 'Set the rights of a role', [204, 404, 422], {
    body: body({ 'acls!': { type: 'array', items: text } }),
  }),
  screen('GET /rest/user-groups', 'The user groups', [200]),
  screen('POST /media/', 'Upload a picture', [200, 400, 422], { body: picture }),
  screen('POST /rest/media/', 'Upload a picture, by an older address', [200, 400, 422], {
    body: picture,
  }),
  screen('GET /media/show/:path/:filter', 'An uploaded picture', [200, 404]),

  screen('GET /rest/connections', 'The connections, oldest first', [200], { query: ['search'] }),
  screen('POST /rest/connections', 'Create a connection', [201, 400, 422], {
    body: body({ 'code!': text, 'label!': text, 'flow_type!': flowType }),
  }),
  screen('GET /rest/connections/max-limit-reached', 'Whether there is room', [200]),
  screen('GET /rest/connections/wrong-credentials-combination', 'Foreign usernames', [200]),
  screen(`GET ${connection}`, 'A connection with its credentials', [200, 404]),
  screen(`POST ${connection}`, 'Change a connection', [204, 400, 422], {
    body: body({
      'label!': text,
      'flow_type!': flowType,
      image: nullableText,
      user_role_id: nullableText,
      user_group_id: nullableText,
      auditable: flag,
    }),
  }),
  screen(`DELETE ${connection}`, 'Delete a connection', [204, 400]),
  screen(`POST ${connection}/regenerate-secret`, 'Make a new secret', [204, 400]),
  screen(`POST ${connection}/regenerate-password`, 'Make a new password', [200, 400]),
  screen(`GET ${connection}/webhook`, 'An event subscription', [200, 404]),
  screen(`POST ${connection}/webhook`, 'Change an event subscription', [204, 400, 422], {
    body: body({ url: nullableText, enabled: flag, isUsingUuid: flag }),
  }),
  screen(`GET ${connection}/webhook/regenerate-secret`, 'Make a new webhook secret', [204, 404]),
  screen(`POST ${connection}/webhook/check-reachability`, 'Ask whether a URL answers', [200, 400], {
    body: body({ url: text, secret: text }),
  }),
  screen(
    'GET /rest/events-api-debug/search-event-subscription-logs',
    'What became of events, newest first',
    [200, 400],
    { query: ['connection_code', 'search_after', 'filters'] },
  ),
  screen(
    'GET /rest/events-api-debug/download-event-subscription-logs',
    'What became of events, as a text',
    [200],
    { query: ['connection_code'] },
  ),
  screen(`GET ${connection}/business-errors`, 'The last business errors', [200], {
    query: ['end_date'],
  }),
  screen('GET /rest/connections/audit/weekly', 'Products of a week, by day', [200, 400], {
    query: ['event_type', 'end_date'],
  }),
  screen('GET /rest/connections/audit/weekly-error', 'Errors of a week, by day', [200, 400], {
    query: ['end_date'],
  }),
  screen(
    'GET /rest/connections/audit/error-count-per-connection',
    'Errors of 7 days, by connection',
    [200, 400],
    { query: ['error_type', 'end_date'] },
  ),

  screen('GET /rest/custom-apps', 'The custom apps', [200]),
  screen('POST /rest/custom-apps', 'Declare a custom app', [201, 400, 422], { body: draft }),
  screen('GET /rest/custom-apps/max-limit-reached', 'Whether the limit is reached', [200]),
  screen('DELETE /rest/custom-apps/:id', 'Delete a custom app', [204, 404]),
  screen('GET /rest/custom-apps/:id/secret', "An app's secret, masked", [200, 404]),
  screen('POST /rest/custom-apps/:id/secret', 'Make a new secret for an app', [200, 404]),
  screen('GET /rest/marketplace/test-apps', 'The custom apps, by their old name', [200]),
  screen('POST /rest/marketplace/test-apps', 'Declare a test app', [201, 400, 422], {
    body: draft,
  }),
  screen('GET /rest/marketplace/test-apps/max-limit-reached', 'Whether there are 20', [200]),
  screen('DELETE /rest/marketplace/test-apps/:id', 'Delete a test app', [204, 404]),
  screen('GET /rest/marketplace/apps', 'The apps of the App Store', [200]),
  screen('GET /rest/marketplace/extensions', 'The connectors of the App Store', [200]),
  screen('GET /rest/marketplace/marketplace-url', 'Where the App Store is', [200]),

  screen('GET /rest/apps/activate/:id', 'Where an app is activated', [200, 400, 404]),
  screen('GET /rest/apps/load-wizard-data/:id', 'What the wizard shows', [200, 404]),
  screen('POST /rest/apps/confirm-authorization/:id', 'Confirm the wizard', [200, 400, 404]),
  screen('POST /rest/apps/confirm-authentication/:id', 'Agree to share data', [200, 400, 404]),
  screen('GET /rest/apps/connected-apps', 'The connected apps by name', [200]),
  screen(`GET ${app}`, 'A connected app', [200, 404]),
  screen(`DELETE ${app}`, 'Disconnect an app', [204, 404]),
  screen(`GET ${app}/scope-messages`, 'What an app may do', [200, 404]),
  screen(`GET ${app}/authentication-scopes`, 'What a user shares with an app', [200, 404]),
  screen(`GET ${app}/monitoring-settings`, 'What the dashboard counts of an app', [200, 404]),
  screen(`POST ${app}/monitoring-settings`, 'Change what is counted', [204, 400, 404, 422], {
    body: body({ 'flowType!': flowType, 'auditable!': flag }),
  }),
  screen(`POST ${app}/refresh`, 'Take name and logo from the App Store again', [204, 404]),
  screen(`GET ${app}/open-app-url`, 'Where an app is opened', [200, 404]),
  screen('GET /rest/app-permissions', 'On what an app can get permissions', [200, 404]),
  screen(`GET ${permissions}`, 'The permissions of an app', [200, 404]),
  screen(`PUT ${permissions}`, 'Set the permissions of an app', [204, 400, 404, 422], {
    body: body({
      'categories!': levels('own', 'edit', 'view'),
      'locales!': levels('edit', 'view'),
      'attributeGroups!': levels('edit', 'view'),
    }),
  }),
  screen('GET /rest/catalogs', 'The catalogs of an app', [200, 400], { query: ['owner'] }),
  screen('GET /rest/catalogs/choices', 'What a catalog can select by', [200]),
  screen('GET /rest/catalogs/:id', 'A catalog', [200, 404]),
  screen('GET /rest/catalogs/:id/mapping-targets', 'What the app asks to be filled', [200, 404]),
  screen('PATCH /rest/catalogs/:id', 'Fill a catalog, and switch it', [204, 400, 404, 422], {
    body: body({
      'enabled!': flag,
      product_selection_criteria: { type: 'array', items: { type: 'object' } },
      product_value_filters: { type: 'object' },
      product_mapping: { type: 'object' },
    }),
  }),

  screen('GET /notification/list', 'What a user is told, newest first', [200], { query: ['skip'] }),
  screen('GET /notification/count_unread', 'How much of it is new', [200]),
  screen('POST /notification/mark_viewed', 'Mark all of it as read', [200]),
  screen('POST /notification/mark_viewed/:id', 'Mark a notification as read', [200]),
  screen('DELETE /notification/remove/:id', 'Remove a notification', [200]),
]

/** The levels of one part of the catalogue, each with what it reaches. */
function levels(...names: readonly string[]) {
  const reach = {
    type: 'object',
    properties: { all: flag, identifiers: { type: 'array', items: text } },
    required: ['all', 'identifiers'],
  }
  const properties = Object.fromEntries(names.map((name) => [name, reach]))
  return { type: 'object', properties, required: [...names] }
}

function screen(
  route: string,
  summary: string,
  statuses: readonly number[],
  more: { readonly query?: readonly string[]; readonly body?: Body } = {},
): Described {
  const [method = '', path = ''] = route.split(' ')
  // Without X-Requested-With: back to the start page where the real PIM does so, else a refusal.
  const others = redirecting.test(path) ? [302, 403] : [403]
  return { method, path, tag: 'Screens', summary, statuses: [...statuses, ...others], ...more }
}
