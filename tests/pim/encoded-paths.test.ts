import { expect, test } from 'vitest'
import { buildPim } from './build-pim.ts'

// A path may hold any letter percent-encoded; it names the same address.

test('an encoded path of a GET that writes is answered as the plain one, not with 500', async () => {
  const answers = []
  for (const path of ['/connect/apps/v1/authorize', '/connect/apps/v1/%61uthorize']) {
    const pim = buildPim()
    const app = {
      name: 'Harbour Sync',
      activateUrl: 'https://harbour.example.com/activate',
      callbackUrl: 'https://harbour.example.com/callback',
    }
    const created = await pim.screen('POST', '/rest/custom-apps', app)
    const { clientId } = (await created.json()) as { clientId: string }
    const query = `?response_type=code&scope=read_products&client_id=${clientId}`
    const response = await pim.send(path + query)
    answers.push([response.status, response.headers.get('location')])
    expect((await pim.dump()).authorizationRequests).toHaveLength(1)
  }
  expect(answers[0]).toEqual([302, expect.stringContaining('/connect/apps/authorize')])
  expect(answers[1]).toEqual(answers[0])
})

test('an encoded path of the control API stays out of the journal as the plain one does', async () => {
  const pim = buildPim()
  for (const path of ['/_control/faults', '/%5Fcontrol/faults']) {
    expect((await pim.send(path)).status).toBe(200)
  }
  expect(pim.journal.entries()).toEqual([])
})
