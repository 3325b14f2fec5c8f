import type { ConnectionUpdate, ConnectionWithCredentials } from '../../domain/connection.ts'
import { PimError } from '../../domain/error.ts'
import type { Operation } from '../../domain/operation.ts'
import { chosenGroupId } from '../../domain/user-group.ts'
import { stringOf } from '../../http/body.ts'

/**
 * What a connection is to be: label and flow type are required, what else is left out stays. Throws `bad-request` for a
 * value of the wrong type.
 */
export function readConnectionUpdate(
  operation: Operation,
  { connection, user }: ConnectionWithCredentials,
  content: Record<string, unknown>,
): ConnectionUpdate {
  return {
    label: stringOf(content, 'label') ?? '',
    flowType: stringOf(content, 'flow_type') ?? '',
    image: textOrNull(content, 'image', connection.image),
    roleId: textOrNull(content, 'user_role_id', user.roleId) ?? user.roleId,
    groupId: textOrNull(content, 'user_group_id', chosenGroupId(operation, user)),
    auditable: flag(content, 'auditable', connection.auditable),
  }
}

function textOrNull(
  content: Record<string, unknown>,
  name: string,
  current: string | null,
): string | null {
  if (!Object.hasOwn(content, name)) return current
  const value = content[name]
  if (value === null || typeof value === 'string') return value
  throw new PimError('bad-request', `Property "${name}" expects a string or null.`)
}

function flag(content: Record<string, unknown>, name: string, current: boolean): boolean {
  if (!Object.hasOwn(content, name)) return current
  const value = content[name]
  if (typeof value === 'boolean') return value
  throw new PimError('bad-request', `Property "${name}" expects a boolean.`)
}
