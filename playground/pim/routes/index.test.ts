import { expect, test } from 'vitest'
import { createPimRoutes } from './index.ts'
import { createJournal } from './journal.ts'
import { lateRoutes } from './late.ts'

function openRoutes() {
  return createPimRoutes({ journal: createJournal(), initial: () => ({}), control: true })
}

test('what the screens ask for first is answered by routes that are there at once', () => {
  const routes = openRoutes()
  for (const path of ['/rest/connections', '/rest/custom-apps', '/connect/apps/v1/oauth2/token']) {
    expect(routes.answering(path)).not.toBeInstanceOf(Promise)
  }
})

test('each late route is loaded before its path is answered', async () => {
  const paths = lateRoutes().flatMap((router) => router.routes.map(({ path }) => path))
  expect(paths.length).toBeGreaterThan(50)
  for (const path of new Set(paths)) {
    const answering = await openRoutes().answering(path.replaceAll(/:\w+/g, 'some'))
    expect(
      answering.routes.map((route) => route.path),
      path,
    ).toContain(path)
  }
})

test('the routes are loaded once, and all of them answer from then on', async () => {
  const routes = openRoutes()
  const [one, other] = await Promise.all([routes.all(), routes.answering('/api/rest/v1/products')])
  expect(other).toBe(one)
  expect(routes.answering('/rest/connections')).toBe(one)
})
