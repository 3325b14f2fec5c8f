import { expect, test } from 'vitest'
import { toCurl } from './curl.ts'

const url = 'https://my-pim.example.com/api/rest/v1/products?limit=10'

test('a GET is one line per header', () => {
  const headers = { authorization: 'Bearer t' }
  expect(toCurl({ method: 'GET', url, headers, body: '' })).toBe(
    `curl '${url}' \\\n  --header 'authorization: Bearer t'`,
  )
})

test('a body makes it a POST by itself, any other method is named', () => {
  const headers = { 'content-type': 'text/plain' }
  expect(toCurl({ method: 'POST', url, headers, body: 'a=1' })).toBe(
    `curl '${url}' \\\n  --header 'content-type: text/plain' \\\n  --data-raw 'a=1'`,
  )
  expect(toCurl({ method: 'DELETE', url, headers: {}, body: '' })).toBe(
    `curl --request DELETE '${url}'`,
  )
})

test('quotes cannot leave the quotes', () => {
  expect(toCurl({ method: 'POST', url, headers: {}, body: "it's; rm -rf" })).toContain(
    `'it'\\''s; rm -rf'`,
  )
})

test('nothing is added that was not sent, and nothing is left out', () => {
  const search = `${url}&search={"enabled":[{"operator":"=","value":true}]}`
  expect(toCurl({ method: 'GET', url: search, headers: { 'x-empty': '' }, body: '' })).toBe(
    `curl --globoff '${search}' \\\n  --header 'x-empty;'`,
  )
  expect(toCurl({ method: 'POST', url, headers: {}, body: 'a' })).toContain(
    `--header 'content-type:'`,
  )
  expect(toCurl({ method: 'HEAD', url, headers: {}, body: '' })).toBe(`curl --head '${url}'`)
})
