import { expect, test } from 'vitest'
import { words } from '../../../pim/index.ts'
import { actsOf, hintOf, lackedRight } from './lacked-right.ts'
import { missions } from './missions.ts'
import { connected, declared, mission, situation } from './told-situation.ts'

const app = { clientId: 'client', clientSecret: 'secret', isRunning: true }
const state = { customApps: [declared] }
const steps = missions.flatMap((each) => each.steps.map(({ id }) => [each.id, id] as const))

function asked(missionId: string, stepId: string, session: string, told = state) {
  const step = mission(missionId).steps.find(({ id }) => id === stepId)
  if (!step) throw new RangeError(stepId)
  const known = situation({ app, state: { ...told, session } })
  const context = { ...known, words: words.today, isWizardOpen: false }
  const hint = hintOf(step, context)
    .map(({ text }) => text)
    .join('')
  return { hint, acts: actsOf(step, context), lack: lackedRight(step, context)?.right }
}

test.each(steps)('%s, %s: an administrator lacks nothing', (missionId, stepId) => {
  const { hint, lack } = asked(missionId, stepId, 'admin')
  expect(lack).toBeUndefined()
  expect(hint).not.toContain('The role of who is signed in')
})

test('who may not create apps is led to the role, tab by tab', () => {
  const { hint, acts, lack } = asked('first-token', 'declare', 'noor')
  expect(lack).toBe('manageCustomApps')
  expect(hint).toContain('tick Create and delete custom apps under Permissions, and press Save')
  expect(
    acts.map((act) =>
      'control' in act ? `${act.control.role} ${act.control.names[0]}` : act.kind,
    ),
  ).toEqual([
    'screen',
    expect.stringMatching(/^link ./),
    'tab Permissions',
    'checkbox Create and delete custom apps',
    'button Save',
  ])
})

test('what it takes to open an app depends on whether it is connected', () => {
  expect(asked('first-token', 'connect', 'noor').lack).toBe('manageApps')
  const told = { customApps: [declared], connectedApps: [connected] }
  expect(asked('first-token', 'token', 'noor', told).lack).toBe('openApps')
})

test.each([
  ['upgrade-scopes', 'connected'],
  ['revoked-token', 'disconnect'],
])('%s without an app leads to the start of the mission', (missionId, stepId) => {
  const { acts } = asked(missionId, stepId, 'admin', { customApps: [] })
  expect(acts.flatMap((act) => ('control' in act ? act.control.names : []))).toContain(
    'Start from here',
  )
})
