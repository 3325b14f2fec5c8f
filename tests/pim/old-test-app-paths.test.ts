import { expect, test } from 'vitest'
import { appDraft } from './activation.ts'
import { buildPim } from './build-pim.ts'

const path = '/rest/marketplace/test-apps'

test('POST, GET and DELETE /rest/marketplace/test-apps do what /rest/custom-apps does', async () => {
  const pim = buildPim()
  const made = await pim.screen('POST', path, appDraft)
  expect(made.status).toBe(201)
  const { clientId } = (await made.json()) as { clientId: string }
  expect((await pim.dump()).customApps.map((app) => app.clientId)).toEqual([clientId])

  const { total, apps } = (await (await pim.screen('GET', path)).json()) as {
    total: number
    apps: Record<string, unknown>[]
  }
  expect(total).toBe(1)
  expect(apps[0]).toMatchObject({ id: clientId, name: appDraft.name, isTestApp: true })
  expect(apps[0]).not.toHaveProperty('isCustomApp')

  expect(await (await pim.screen('GET', `${path}/max-limit-reached`)).json()).toBe(false)
  expect((await pim.screen('DELETE', `${path}/${clientId}`)).status).toBe(204)
  expect((await pim.dump()).customApps).toEqual([])
  expect((await pim.screen('DELETE', `${path}/${clientId}`)).status).toBe(404)
})

test('/rest/marketplace/test-apps sends what is no screen to the start page, and asks for the right', async () => {
  const pim = buildPim()
  const response = await pim.send(path)
  expect([response.status, response.headers.get('location')]).toEqual([302, '/'])
  await pim.signIn('noor')
  expect((await pim.screen('GET', path)).status).toBe(403)
})
