import { defaultScenario, webApiAcls } from '../../../playground/pim/index.ts'
import { buildPim, type BuiltPim } from '../build-pim.ts'

/** Whose token the requests of these tests carry. */
export const readerToken = 'reader-token'

/** Every list right of the REST API, and the access to it at all. */
export const readAcls = webApiAcls
  .map(({ id }) => id)
  .filter((id) => id.endsWith('_list') || id === 'pim_api_overall_access')

export interface Reader {
  readonly pim: BuiltPim
  /** Sends a GET with the reader's token; `path` begins after `/api/rest/v1`. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** As `get`, and gives the body; throws unless the status is 200. */
  read<Body>(path: string): Promise<Body>
  /** As `get`, and gives status and message of the refusal. */
  refusal(path: string): Promise<{ code: number; message: string }>
}

/** A PIM in which an app's token may read as much as `acls` say. */
export function buildReader(acls: readonly string[] = readAcls): Reader {
  const { roles, users, oauthClients, accessTokens, nextId } = defaultScenario
  const roleId = String(nextId)
  const [admin] = users
  if (!admin) throw new Error('The default scenario has no user')
  const reader = {
    ...admin,
    id: String(nextId + 1),
    username: 'reader',
    type: 'api',
    roleId,
  } as const
  const pim = buildPim({
    scenario: {
      roles: [...roles, { id: roleId, code: 'READER', label: 'Reader', type: 'default', acls }],
      users: [...users, reader],
      nextId: nextId + 2,
      oauthClients: [
        ...oauthClients,
        { id: 'app', secret: 'of-an-app', grantTypes: ['authorization_code'] },
      ],
      accessTokens: [
        ...accessTokens,
        {
          token: readerToken,
          clientId: 'app',
          username: 'reader',
          scope: null,
          expiresAt: null,
        },
      ],
    },
  })

  function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return pim.send(`/api/rest/v1${path}`, {
      headers: { authorization: `Bearer ${readerToken}`, ...headers },
    })
  }

  return {
    pim,
    get,
    async read<Body>(path: string): Promise<Body> {
      const response = await get(path)
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
      return (await response.json()) as Body
    },
    async refusal(path) {
      return (await (await get(path)).json()) as { code: number; message: string }
    },
  }
}

/** A list as the REST API answers it. */
export interface Listed<Item> {
  readonly _links: Readonly<Record<string, { readonly href: string }>>
  readonly current_page?: number
  readonly items_count?: number
  readonly _embedded: { readonly items: (Item & { _links: { self: { href: string } } })[] }
}

/** `?search=…` with these conditions. */
export function searching(search: unknown): string {
  return `?limit=100&search=${encodeURIComponent(JSON.stringify(search))}`
}

/** The links of a list. */
export function linksOf(list: Listed<unknown>): Listed<unknown>['_links'] {
  return list['_links']
}

/** The items of a list. */
export function itemsOf<Item>(list: Listed<Item>): Listed<Item>['_embedded']['items'] {
  return list['_embedded'].items
}
