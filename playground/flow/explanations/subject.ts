import type { Exchange } from '../exchange.ts'

/** What an exchange is about, as far as its names depend on it. */
export interface Subject {
  /** The tables that may know a name, the most special one first. */
  readonly tables: readonly string[]
  /** Address of the paragraph about the whole. */
  readonly link: string
}

const authentication = '/documentation/authentication.html'
const connections = '/articles/manage-your-connections.html'
const wizard = '/articles/how-to-connect-my-pim-with-apps.html'
const customApps = '/apps/create-custom-app.html'
const reference = '/api-reference-index.html'
const root = '/documentation/introduction.html#root-of-the-rest-api'
const flow = '/apps/authentication-and-authorization.html#the-oauth-20-flow'

const resources: Readonly<Record<string, readonly [table: string, anchor: string]>> = {
  'products-uuid': ['products', 'Productuuid'],
  products: ['products', 'Product'],
  'product-models': ['products', 'Productmodel'],
  families: ['families', 'Family'],
  attributes: ['attributes', 'Attribute'],
  'attribute-groups': ['attribute-groups', 'Attributegroup'],
  'association-types': ['association-types', 'Associationtype'],
  categories: ['categories', 'Category'],
  channels: ['channels', 'Channel'],
  locales: ['locales', 'Locale'],
  currencies: ['currencies', 'Currency'],
  'measurement-families': ['measurements', 'Measurementfamily'],
  catalogs: ['catalogs', 'Catalogs'],
  'test-apps': ['custom-apps', 'Testapps'],
  'system-information': ['system', 'System'],
}

type Rule = readonly [pattern: RegExp, table: string, link: string]

/** The first that fits counts. */
const ofApi: readonly Rule[] = [
  [
    /^catalogs\/[^/]+\/mapping-schemas/,
    'mapping-schemas',
    '/apps/catalogs.html#write-a-mapping-schema',
  ],
  [
    /^catalogs\/[^/]+\/mapped-products\/./,
    'mapped-product',
    '/apps/catalogs.html#step-3-get-mapped-product-data',
  ],
  [
    /^catalogs\/[^/]+\/mapped-/,
    'mapped-products',
    '/apps/catalogs.html#step-3-get-mapped-product-data',
  ],
  [
    /^catalogs\/[^/]+\/product/,
    'products',
    '/apps/catalogs.html#step-3-get-products-using-catalogs',
  ],
  [/^families\/[^/]+\/variants/, 'families', `${reference}#Familyvariant`],
  [/^attributes\/[^/]+\/options/, 'attribute-options', `${reference}#Attributeoption`],
]

const ofOthers: readonly Rule[] = [
  [
    /^\/connect\/apps\/v1\/oauth2\/token/,
    'app-token',
    '/apps/authentication-and-authorization.html#token-request',
  ],
  [
    /^\/connect\/apps\/v1\/scopes/,
    'scopes',
    '/apps/authentication-and-authorization.html#notify-a-pim-your-app-requires-an-authorization-update',
  ],
  [
    /^\/connect\/apps\/v1\/openid/,
    'openid',
    '/apps/authentication-and-authorization.html#signature',
  ],
  [/^\/api\/oauth\/v1\/token/, 'connection-token', `${authentication}#token-generation`],
  [
    /^\/rest\/(custom-apps|marketplace\/test-apps)/,
    'custom-apps',
    `${customApps}#step-2-create-an-app-get-credentials`,
  ],
  [/^\/rest\/marketplace/, 'store', '/articles/what-is-an-app.html#where-to-find-apps-connectors'],
  [/^\/rest\/connections\/audit/, 'audit', '/articles/connection-dashboard.html#overview'],
  [
    /^\/rest\/connections\/[^/]+\/business-errors/,
    'business-errors',
    '/articles/connection-dashboard.html#in-the-connection-monitoring-page',
  ],
  [/^\/rest\/connections\/[^/]+\/webhook/, 'webhook', `${connections}#set-the-permissions`],
  [/^\/rest\/events-api-debug/, 'webhook', `${connections}#set-the-permissions`],
  [/^\/rest\/connections/, 'connections', `${connections}#create-a-connection`],
  [/^\/rest\/apps\/connected-apps/, 'connected-apps', '/articles/manage-your-apps.html#part-b'],
  [/^\/rest\/apps/, 'wizard', `${wizard}#grant-authorization-to-your-app`],
  [/^\/rest\/app-permissions/, 'permissions', `${wizard}#give-permissions-to-your-app-ee`],
  [
    /^\/rest\/catalogs/,
    'catalog-screens',
    '/articles/how-to-configure-catalogs-for-apps.html#configure-a-product-selection',
  ],
  [/^\/rest\/(roles|user)/, 'roles', `${customApps}#step-1-setup-your-role-permissions`],
  [
    /^\/notification/,
    'notifications',
    '/apps/authentication-and-authorization.html#notify-a-pim-your-app-requires-an-authorization-update',
  ],
  [/^\/(rest\/)?media/, 'connections', `${connections}#create-a-connection`],
  [/^\/rest\/feature-flags/, 'features', '/versions-in-detail.html#where-to-look-in-your-version'],
]

/**
 * Sorts an address by what it is about: one resource of the REST API, a token, a screen of the PIM, or a page of the
 * flow itself.
 */
export function subjectOf(url: string, to: Exchange['to'] = 'pim'): Subject {
  if (to === 'app') return { tables: [], link: flow }
  const { pathname } = new URL(url)
  const [, rest] = /^\/api\/rest\/v1(?:\/(.*))?$/.exec(pathname) ?? []
  if (rest !== undefined) return subjectOfApi(rest)
  if (pathname === '/api/rest/v1') {
    return {
      tables: ['routes', 'api'],
      link: root,
    }
  }
  const rule = ofOthers.find(([pattern]) => pattern.test(pathname))
  return rule ? { tables: [rule[1]], link: rule[2] } : { tables: [], link: flow }
}

function subjectOfApi(path: string): Subject {
  const rule = ofApi.find(([pattern]) => pattern.test(path))
  if (rule) return { tables: [rule[1], 'api'], link: rule[2] }
  const [table, anchor] = resources[path.split('/')[0] ?? ''] ?? ['', 'resources']
  return { tables: [table, 'api'], link: `${reference}#${anchor}` }
}

/**
 * The parameters that the flow or every list of the API reads from such an address; undefined for any other address of
 * the PIM (contract E.1, E.3, F and I.2).
 */
export function namesInAddress(url: string, to: Exchange['to']): readonly string[] | undefined {
  if (to === 'app') return ['pim_url', 'code', 'state']
  const { pathname } = new URL(url)
  if (pathname === '/connect/apps/v1/authorize') {
    return ['response_type', 'client_id', 'scope', 'state']
  }
  if (pathname.startsWith('/api/')) return ['limit', 'page', 'search', 'with_count']
  return pathname === '/connect/apps/v1/oauth2/token' ? [] : undefined
}

/** Every address that a subject may lead to. */
export const subjectLinks: readonly string[] = [
  ...[...ofApi, ...ofOthers].map(([, , link]) => link),
  ...Object.values(resources).map(([, anchor]) => `${reference}#${anchor}`),
  `${reference}#resources`,
  root,
  flow,
]
