import { buildWriter } from '../../api/build-writer.ts'
import { exchange, type Answered, type Sent } from '../../api/exchange.ts'

/** What the refusal says. */
export function message({ body }: Answered): string {
  return (body as { message: string }).message
}

/** The body of a GET. */
export async function read<Body>(path: string): Promise<Body> {
  return (await exchange({ path })).body as Body
}

/** What a PIM answers to several requests, one after the other. */
export async function conversation(...requests: readonly Sent[]): Promise<readonly Answered[]> {
  const { pim } = buildWriter()
  const answers: Answered[] = []
  for (const request of requests) answers.push(await exchange(request, pim))
  return answers
}

/** The products that a search finds, one of them shown. */
export function found(search: object): Promise<Answered> {
  const query = `limit=1&with_count=true&search=${encodeURIComponent(JSON.stringify(search))}`
  return exchange({ path: `/products?${query}` })
}
