import { body, json, text, type Described } from './described.ts'
import { found, refusalsOf } from './rest-answers.ts'
import { labels, objectOf } from './rest-schemas.ts'

const base = '/api/rest/v1'
const always = [400, 401, 403, 429]
const reading = refusalsOf({ method: 'GET', to: undefined })
const changing = refusalsOf({ method: 'PATCH', to: undefined })
const known = { tag: 'REST API', security: 'bearer' } as const
const anyToken = { ...known, scopes: [] } as const

const unit = objectOf(
  {
    code: text,
    labels,
    convert_from_standard: {
      type: 'array',
      items: objectOf(
        { operator: { type: 'string', enum: ['mul', 'div', 'add', 'sub'] }, value: text },
        ['operator', 'value'],
      ),
    },
    symbol: text,
  },
  ['code', 'convert_from_standard'],
)

const measurementFamily = objectOf(
  {
    code: text,
    labels,
    standard_unit_code: text,
    units: { type: 'object', additionalProperties: unit },
  },
  ['code'],
)

const result = objectOf({ code: text, status_code: { type: 'integer' }, message: text }, [
  'code',
  'status_code',
])

/** What of the REST API is no list by pages (contract D.4, I.1, I.4). */
const others: readonly Described[] = [
  {
    method: 'GET',
    path: base,
    tag: 'REST API',
    summary: 'List the endpoints',
    statuses: [200],
    answers: { 200: found({ type: 'object' }) },
  },
  {
    ...anyToken,
    method: 'GET',
    path: `${base}/system-information`,
    summary: 'Read the version and the edition of the PIM',
    statuses: [200, ...always, 406],
    answers: { ...reading, 200: found(objectOf({ version: text, edition: text })) },
  },
  {
    ...anyToken,
    method: 'GET',
    path: `${base}/measurement-families`,
    summary: 'List measurement families',
    statuses: [200, ...always, 406],
    answers: { ...reading, 200: found({ type: 'array', items: measurementFamily }) },
  },
  {
    ...anyToken,
    method: 'PATCH',
    path: `${base}/measurement-families`,
    summary: 'Change or create several measurement families',
    description: 'Up to 100; each one is answered on its own.',
    body: {
      types: [json],
      schema: { type: 'array', items: measurementFamily },
      example: [{ code: 'Length', labels: { en_US: 'Length' } }],
    },
    statuses: [200, ...always, 413, 415],
    answers: { ...changing, 200: found({ type: 'array', items: result }) },
  },
  {
    ...known,
    method: 'GET',
    path: `${base}/test-apps`,
    summary: 'List the custom apps that you declared',
    statuses: [200, ...always, 406],
    answers: { ...reading, 200: found({ type: 'array', items: { type: 'object' } }) },
  },
  {
    ...known,
    method: 'POST',
    path: `${base}/test-apps`,
    summary: 'Declare a custom app',
    body: {
      ...body({ 'name!': text, 'activate_url!': text, 'callback_url!': text }),
      example: {
        name: 'Tide',
        activate_url: 'https://tide.example.com/activate',
        callback_url: 'https://tide.example.com/callback',
      },
    },
    statuses: [201, ...always, 404, 415, 422],
    answers: { ...changing, 201: found(objectOf({ client_id: text, client_secret: text })) },
  },
  {
    ...known,
    method: 'DELETE',
    path: `${base}/test-apps/:id`,
    summary: 'Delete a custom app that you declared',
    statuses: [204, ...always, 404],
    answers: changing,
  },
]

const byRoute = new Map(others.map((each) => [`${each.method} ${each.path}`, each]))

/** One of the routes of the REST API that are like no other. Undefined for any other route. */
export function describeOthers(method: string, path: string): Described | undefined {
  return byRoute.get(`${method} ${path}`)
}
