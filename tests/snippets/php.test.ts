import { expect, test } from 'vitest'
import { describeActivation } from './activation-contract.ts'
import { describeAnswers } from './answers-contract.ts'
import { findFreePort, php, startProgram } from './program.ts'

describeActivation(php)
describeAnswers(php)

test('without CLIENT_SECRET every page of the PHP program is a 500 that says so', async () => {
  const environment = { CLIENT_ID: 'id' }
  const app = await startProgram(php, { port: await findFreePort(), environment })
  try {
    const answer = await fetch(`${app.url}/activate`)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('The environment variable CLIENT_SECRET is missing.')
  } finally {
    await app.stop()
  }
})
