import { jsonType, type Talk } from './talk.ts'

/** Every way in which the REST API refuses (contract I.3), on resources that differ in how they do. */
export async function talkAboutRefusals(talk: Talk, token: string): Promise<void> {
  const { ask } = talk
  const rest = talk.rest(token)
  const base = '/api/rest/v1'
  const bearer = { authorization: `Bearer ${token}` }
  const resources = ['products', 'product-models', 'families', 'categories', 'channels', 'locales']
  for (const resource of resources) {
    await ask('GET', `${base}/${resource}`)
    await rest('GET', `/${resource}?limit=101`)
    await rest('GET', `/${resource}?page=x`)
    await rest('GET', `/${resource}?with_count=yes`)
    await rest('GET', `/${resource}?pagination_type=none`)
    await rest('GET', `/${resource}/n%C3%B6body`)
    await rest('DELETE', `/${resource}`)
  }
  for (const resource of ['products', 'families', 'attributes', 'categories', 'channels']) {
    const path = `${base}/${resource}`
    await ask('POST', path, { ...bearer, 'content-type': 'text/plain' }, '{}')
    await ask('POST', path, { ...bearer, ...jsonType, accept: 'application/xml' }, '{}')
    await rest('POST', `/${resource}`, '{')
    await rest('POST', `/${resource}`, '[]')
    await rest('POST', `/${resource}`, 'null')
    await rest('POST', `/${resource}`, { code: null, identifier: null })
    await ask('PATCH', path, { ...bearer, ...jsonType }, '{}')
    await ask('PATCH', path, { authorization: 'Bearer nonsense', ...jsonType }, '{}')
  }
  await ask('PUT', '/_control/faults', {}, ['rate_limit'])
  await rest('GET', '/currencies')
  await rest('PATCH', '/products/armchair-ondrel', { enabled: true })
  await ask('PUT', '/_control/faults', {}, ['expired_token'])
  await rest('GET', '/currencies')
  await ask('PUT', '/_control/faults', {}, [])
  await rest('POST', '/products', `{"values":${'{"a":'.repeat(600)}1${'}'.repeat(601)}`)
  await rest('PATCH', '/products/deep', '{"identifier":"\\ud800","family":"\\u0000"}')
}
