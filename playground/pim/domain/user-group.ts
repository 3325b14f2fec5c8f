import type { Operation } from './operation.ts'
import type { User } from './state.ts'

const allGroup = 'All'

/** The id of the group in which every user but an app's is, as a list; empty when there is no such group. */
export function allGroupId(operation: Operation): string[] {
  return operation.userGroups.where('name', allGroup).map(({ id }) => id)
}

/** The group of a connection's user beside `All`, or null (contract B.3). */
export function chosenGroupId(operation: Operation, user: User): string | null {
  const all = allGroupId(operation)
  return user.groupIds.find((id) => !all.includes(id)) ?? null
}
