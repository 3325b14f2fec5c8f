import {
  manageApps,
  manageConnections,
  manageCustomApps,
  openApps,
} from '../../pim/roles/acl-groups.ts'
import { label, sentence, type StepPart } from '../describe-step.ts'
import { press, tick, type Act } from './act.ts'
import type { MissionStep, PimState, Right, StepContext } from './mission.ts'

const acls: Readonly<Record<Right, string>> = {
  manageApps,
  manageConnections,
  manageCustomApps,
  openApps,
}
const list = '/system/roles'

interface LackedRight {
  readonly right: Right
  readonly role: PimState['roles'][number]
}

/** What the signed-in user's role lacks for a step; undefined where nothing stands in the way. */
export function lackedRight(step: MissionStep, context: StepContext): LackedRight | undefined {
  const right = step.right?.(context)
  if (right === undefined) return undefined
  const { roles, session, users } = context.state
  const roleId = users.find(({ username }) => username === session)?.roleId
  const role = roles.find(({ id }) => id === roleId)
  return role === undefined || role.acls.includes(acls[right]) ? undefined : { right, role }
}

/** The step's hint, or how its right is given while that is lacking. */
export function hintOf(step: MissionStep, context: StepContext): StepPart[] {
  const lack = lackedRight(step, context)
  if (!lack) return step.hint(context)
  const { role, right } = lack
  return sentence`The role of who is signed in may not do this. Open ${label('System')} › ${label('Roles')} › ${label(role.label)}, tick ${label(context.words.permissions[right].label)} under ${label('Permissions')}, and press ${label('Save')}.`
}

/** The step's acts, or those that give its right while that is lacking. */
export function actsOf(step: MissionStep, context: StepContext): readonly Act[] {
  const lack = lackedRight(step, context)
  if (!lack) return step.acts(context)
  const page = `${list}/${lack.role.id}`
  return [
    { kind: 'screen', address: list, via: ['System', 'Roles'] },
    pressIn('link', lack.role.label, list),
    pressIn('tab', 'Permissions', page),
    tick(context.words.permissions[lack.right].label, page),
    press('browser', 'Save', { at: page }),
  ]
}

function pressIn(role: 'link' | 'tab', name: string, at: string): Act {
  return { kind: 'press', control: { pane: 'browser', role, names: [name], at } }
}
