import { defaultScenario, type Pim, type Scenario } from '../../playground/pim/index.ts'

/** A token that may read and write products and never expires. */
export const benchToken = 'b'.repeat(86)

const {
  users: [admin],
  oauthClients: [client],
} = defaultScenario

/** The default scenario with a token of the administrator. */
export const benchScenario: Scenario = {
  ...defaultScenario,
  accessTokens: [
    {
      token: benchToken,
      clientId: client?.id ?? '',
      username: admin?.username ?? '',
      scope: null,
      expiresAt: null,
    },
  ],
}

interface Page {
  readonly items_count: number
  readonly _embedded: { readonly items: readonly Product[] }
}

interface Product {
  readonly identifier: string
  readonly parent: string | null
  readonly family: string
  readonly categories: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
}

/** Fills a PIM's catalogue with copies of its products until it is `factor` times as large; gives its size. */
export async function multiplyProducts(pim: Pim, factor: number): Promise<number> {
  const page = await read<Page>(pim, '/products?limit=100&with_count=true')
  const unique = await read<{ _embedded: { items: { code: string; unique: boolean }[] } }>(
    pim,
    '/attributes?limit=100',
  )
  const left = new Set(unique['_embedded'].items.filter((each) => each.unique).map(codeOf))
  const patterns = page['_embedded'].items.filter(({ parent }) => parent === null)
  const missing = page.items_count * (factor - 1)
  for (let start = 0; start < missing; start += 100) {
    const lines = Array.from({ length: Math.min(100, missing - start) }, (_, index) => {
      const number = start + index
      const { family, categories, values } = patterns[number % patterns.length] as Product
      const copied = Object.entries(values).filter(([code]) => !left.has(code))
      const identifier = `copy-${number}`
      return JSON.stringify({ identifier, family, categories, values: Object.fromEntries(copied) })
    })
    await write(pim, lines)
  }
  return page.items_count + missing
}

/** The identifier of some product that is there. */
export async function anyIdentifier(pim: Pim): Promise<string> {
  const page = await read<Page>(pim, '/products?limit=10')
  return page['_embedded'].items[5]?.identifier ?? ''
}

function codeOf({ code }: { readonly code: string }): string {
  return code
}

async function read<Body>(pim: Pim, path: string): Promise<Body> {
  const headers = { authorization: `Bearer ${benchToken}` }
  const response = await pim.fetch(new Request(`${pim.url}/api/rest/v1${path}`, { headers }))
  if (response.status !== 200) throw new Error(await response.text())
  return (await response.json()) as Body
}

async function write(pim: Pim, lines: readonly string[]): Promise<void> {
  const response = await pim.fetch(
    new Request(`${pim.url}/api/rest/v1/products`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${benchToken}`,
        'content-type': 'application/vnd.akeneo.collection+json',
      },
      body: lines.join('\n'),
    }),
  )
  const answer = await response.text()
  if (answer.includes('"status_code":4')) throw new Error(answer.slice(0, 500))
}
