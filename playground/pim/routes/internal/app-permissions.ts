import {
  findAppPermissions,
  listPermissionEntries,
  permissionLevels,
  permissionParts,
  setAppPermissions,
} from '../../domain/app-permission.ts'
import { PimError } from '../../domain/error.ts'
import type { AppPermissions, PermissionReach } from '../../domain/state.ts'
import { isRecord } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { onlyFromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

/** What an app may do with which parts of the catalogue: Enterprise Edition only (contract E.4, H.3). */
export function appPermissionRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)
  const path = '/rest/app-permissions/:userGroup'

  router.get(
    '/rest/app-permissions',
    onlyFromScreen((context, caller) =>
      json(context, 200, listPermissionEntries(context.env.operation, caller)),
    ),
  )

  router.get(
    path,
    onlyFromScreen((context, caller) => {
      const group = parameter(context, 'userGroup')
      const { userGroup: _, ...parts } = findAppPermissions(context.env.operation, caller, group)
      return json(context, 200, parts)
    }),
  )

  router.put(
    path,
    onlyFromScreen((context, caller) => {
      const userGroup = parameter(context, 'userGroup')
      const permissions = readPermissions(userGroup, readRecord(context))
      setAppPermissions(context.env.operation, caller, permissions)
      return empty(context, 204)
    }),
  )

  return router
}

function readPermissions(userGroup: string, content: Record<string, unknown>): AppPermissions {
  const parts = permissionParts.map((part) => {
    const levels = fieldOf(content, part)
    const reaches = permissionLevels[part].map((level) => [level, readReach(levels, level)])
    return [part, Object.fromEntries(reaches)] as const
  })
  return { userGroup, ...Object.fromEntries(parts) } as AppPermissions
}

function readReach(levels: unknown, level: string): PermissionReach {
  const reach = isRecord(levels) ? fieldOf(levels, level) : undefined
  const all = isRecord(reach) ? fieldOf(reach, 'all') : undefined
  const identifiers = isRecord(reach) ? fieldOf(reach, 'identifiers') : undefined
  const isList = Array.isArray(identifiers) && identifiers.every((code) => typeof code === 'string')
  if (typeof all === 'boolean' && isList) return { all, identifiers: [...new Set(identifiers)] }
  const shape = '{"all": <true or false>, "identifiers": [<code>, …]}'
  throw new PimError('unprocessable', `Each level of each part must be ${shape}.`)
}

function fieldOf(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
