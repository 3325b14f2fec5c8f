import { expect, test } from 'vitest'
import { createJournal } from '../journal.ts'
import { createPimRoutes } from '../index.ts'
import { createRouter } from '../router.ts'
import { describeApi, describedRoutes } from './openapi.ts'
import { describeRest } from './rest.ts'

const routes = createPimRoutes({ journal: createJournal(), initial: () => ({}), control: true })
const router = await routes.all()
const served = router.routes
  .filter(({ method }) => method !== 'ALL')
  .map(({ method, path }) => `${method} ${path}`)

test('every route is described, by hand or by its address', () => {
  const known = new Set(describedRoutes.map(({ method, path }) => `${method} ${path}`))
  const undescribed = router.routes.filter(
    ({ method, path }) =>
      method !== 'ALL' && !known.has(`${method} ${path}`) && !describeRest(method, path),
  )
  expect(undescribed).toEqual([])
})

test('every described route exists, and is described once', () => {
  const described = describedRoutes.map(({ method, path }) => `${method} ${path}`)
  expect(described.filter((route) => !served.includes(route))).toEqual([])
  expect(new Set(described).size).toBe(described.length)
})

test('the document has every route', () => {
  const { paths } = describeApi(router, 'https://pim.example.com') as {
    paths: Record<string, Record<string, unknown>>
  }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const expected = served.map((route) => route.replaceAll(/:(\w+)/g, '{$1}'))
  expect(described.sort()).toEqual([...new Set(expected)].sort())
})

test('a route that nobody described throws a TypeError', () => {
  const other = createRouter()
  other.get('/rest/surprise', () => new Response())
  expect(() => describeApi(other, 'https://pim.example.com')).toThrow(
    new TypeError('The route "GET /rest/surprise" is not described'),
  )
})
