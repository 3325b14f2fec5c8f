import { expect, test } from 'vitest'
import { words } from '../../../../pim/index.ts'
import { isMeantAt } from '../act.ts'
import { connected, declared, mission, situation } from '../told-situation.ts'

const missionsAndSteps = [
  ['first-token', 'token'],
  ['upgrade-scopes', 'token'],
  ['openid-connect', 'id-token'],
  ['revoked-token', 'token'],
] as const

/** What the step says and does when the app is connected and has no token. */
function stuck(
  missionId: string,
  stepId: string,
  app: Parameters<typeof situation>[0],
  isWizardOpen = false,
) {
  const step = mission(missionId).steps.find(({ id }) => id === stepId)
  if (!step) throw new RangeError(stepId)
  const state = { customApps: [declared], connectedApps: [connected] }
  const context = { ...situation({ ...app, state }), words: words.today, isWizardOpen }
  const presses = step
    .acts(context)
    .flatMap((act) => (act.kind === 'press' ? act.control.names[0] : []))
  return {
    hint: step
      .hint(context)
      .map(({ text }) => text)
      .join(''),
    presses,
  }
}

test.each(missionsAndSteps)(
  '%s: an app with a wrong secret gets the right one before it is opened again',
  (missionId, stepId) => {
    const app = { clientId: 'client', clientSecret: 'typed wrongly', isRunning: true }
    const { hint, presses } = stuck(missionId, stepId, { app })
    expect(hint).toContain('does not have the credentials')
    expect(presses).toEqual(['Take from the PIM', 'Make a new secret', 'Run', 'Open App'])
  },
)

test.each(missionsAndSteps)('%s: an app that does not run is run first', (missionId, stepId) => {
  const app = { clientId: 'client', clientSecret: 'secret' }
  const { hint, presses } = stuck(missionId, stepId, { app })
  expect(hint).toContain('is not running')
  expect(presses).toEqual(['Run', 'Open App'])
  const running = stuck(missionId, stepId, { app: { ...app, isRunning: true } })
  expect(running.hint).toContain('pen the app again')
  expect(running.presses).toEqual(['Open App'])
})

test.each([
  ['first-token', 'confirm'],
  ['upgrade-scopes', 'confirm'],
  ['openid-connect', 'consent'],
])('%s: a wizard that was closed is opened again', (missionId, stepId) => {
  const app = { app: { clientId: 'client', clientSecret: 'secret', isRunning: true } }
  const { hint, presses } = stuck(missionId, stepId, app)
  expect(hint).toContain('The wizard is no longer open.')
  expect(presses).toEqual(['Open App'])
  const open = stuck(missionId, stepId, app, true)
  expect(open.hint).toContain('Confirm')
  expect(open.presses).toEqual([])
})

test.each(Object.values(words))(
  'the form of a new app is meant at its address in each wording',
  (wording) => {
    const step = mission('first-token').steps.find(({ id }) => id === 'declare')
    const acts = step?.acts({ ...situation(), words: wording, isWizardOpen: false }) ?? []
    const screen =
      wording.customApps.badge === null
        ? '/connect/custom-apps/create'
        : '/connect/app-store/test-apps/create'
    const fields = acts.flatMap((act) => (act.kind === 'fill' ? [act.control] : []))
    expect(fields).toHaveLength(3)
    expect(fields.every((field) => isMeantAt(field, screen))).toBe(true)
    expect(fields.some((field) => isMeantAt(field, '/connect/app-store'))).toBe(false)
  },
)
