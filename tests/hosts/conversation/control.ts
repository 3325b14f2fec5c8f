import { jsonType, parsed, type Talk } from './talk.ts'

/** The PIM's own control (design: what the mock adds). Ends where it began. */
export async function talkAboutControl({ ask, screen }: Talk): Promise<void> {
  const control = '/_control'
  await ask('GET', `${control}/openapi.json`)
  await ask('GET', `${control}/faults`)
  await ask('PUT', `${control}/faults`, jsonType, ['expired_token', 'expired_token'])
  await ask('PUT', `${control}/faults`, jsonType, ['no such fault'])
  await ask('PUT', `${control}/faults`, jsonType, { rate_limit: true })
  await ask('PUT', `${control}/faults`, jsonType, '[')
  await ask('POST', `${control}/clock`, jsonType, { freeze: true })
  await ask('POST', `${control}/clock`, jsonType, { advance: 31 })
  await ask('POST', `${control}/clock`, jsonType, { advance: 0.5, freeze: true })
  await ask('POST', `${control}/clock`, jsonType, { advance: -1 })
  await ask('POST', `${control}/clock`, jsonType, { advance: 'tomorrow' })
  await ask('POST', `${control}/clock`, jsonType, { advance: 1e300 })
  await ask('POST', `${control}/clock`, jsonType, {})
  await ask('POST', `${control}/clock`, jsonType, { rewind: 1 })
  await ask('GET', `${control}/clock`)
  const scenario = parsed<Record<string, unknown>>(await ask('GET', `${control}/scenario`))
  const put = (changes: object) =>
    ask('PUT', `${control}/scenario`, jsonType, { ...scenario, ...changes })
  await put({})
  await put({ edition: 'EE' })
  await screen('GET', '/rest/feature-flags')
  await screen('GET', '/rest/app-permissions')
  await put({ edition: 'XL' })
  await put({ era: 'tomorrow' })
  await put({ users: [] })
  await put({ extra: 1 })
  await put({ connections: [{ code: 'a' }] })
  await ask('PUT', `${control}/scenario`, jsonType, 'null')
  await ask('PUT', `${control}/scenario`, jsonType, '{"era":')
  await ask('DELETE', `${control}/exchanges`)
  await ask('GET', `${control}/nothing`)
  await ask('GET', control)
  await ask('GET', `${control}/scenario`)
  await ask('POST', `${control}/reset`)
  await ask('GET', `${control}/scenario?again`)
}

/** What nobody would send on purpose. */
export async function talkNonsense({ ask }: Talk, token: string): Promise<void> {
  const bearer = { authorization: `Bearer ${token}` }
  const base = '/api/rest/v1'
  for (const path of [
    '/',
    '/nothing',
    '/index.php',
    '/api',
    '/api/rest',
    '/api/rest/v2/products',
    `${base}/`,
    `${base}//products`,
    `${base}/products/`,
    `${base}/products/..%2f..%2fusers`,
    `${base}/products/%00`,
    `${base}/products/%zz`,
    `${base}/products/%f0%9f%92%a9`,
    `${base}/products/%ed%a0%80`,
    `${base}/%70roducts?limit=1`,
    `${base}/products?limit=1&limit=2`,
    `${base}/products?limit[]=1`,
    `${base}/products?__proto__[polluted]=1`,
    `${base}/products?${'a'.repeat(4000)}=1`,
    `${base}/products/${'b'.repeat(4000)}`,
    `${base}/products/constructor`,
    `${base}/families/__proto__`,
    `${base}/families/toString`,
    `${base}/attributes/hasOwnProperty/options`,
    '/rest/connections/__proto__',
    '/connect/apps/v1/%61uthorize?client_id=%00',
  ]) {
    await ask('GET', path, bearer)
  }
  for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PURGE']) {
    await ask(method, `${base}/products/armchair-ondrel`, bearer)
  }
  for (const authorization of ['', 'Bearer', 'Bearer  ', 'Basic YTpi', `Token ${token}`]) {
    await ask('GET', `${base}/channels`, { authorization })
  }
  for (const accept of ['text/html', 'application/json;q=0.1', 'application/*', 'x', '*/*', ',']) {
    await ask('GET', `${base}/channels`, { ...bearer, accept })
  }
}
