import { featureFlags } from '../../domain/edition.ts'
import { PimError } from '../../domain/error.ts'
import { listRoles, setAcls, usersOf } from '../../domain/role.ts'
import { isRecord, readJson } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimRouter } from '../router.ts'
import { onlyFromScreen } from './from-screen.ts'
import { internalProblem } from './problem.ts'

/** Who is signed in, what the edition brings, roles with their rights, and user groups. */
export function accessRoutes(): PimRouter {
  const router = createRouter()
  router.onError(internalProblem)

  router.get(
    '/rest/user',
    onlyFromScreen((context, { user, acls }) =>
      json(context, 200, {
        username: user.username,
        first_name: user.firstName,
        last_name: user.lastName,
        email: user.email,
        acls,
      }),
    ),
  )

  router.get(
    '/rest/feature-flags',
    onlyFromScreen((context) => json(context, 200, featureFlags(context.env.operation))),
  )

  router.get(
    '/rest/roles',
    onlyFromScreen((context) => {
      const { operation } = context.env
      const roles = listRoles(operation).map((role) => ({
        id: role.id,
        code: role.code,
        label: role.label,
        acls: role.acls,
        users: usersOf(operation, role).map(({ username }) => username),
      }))
      return json(context, 200, roles)
    }),
  )

  router.put(
    '/rest/roles/:id/acls',
    onlyFromScreen((context) => {
      const { operation, body } = context.env
      setAcls(operation, parameter(context, 'id'), readAcls(readJson(body)))
      return empty(context, 204)
    }),
  )

  router.get(
    '/rest/user-groups',
    onlyFromScreen((context) => {
      const groups = context.env.operation.userGroups.where('type', 'default')
      return json(
        context,
        200,
        groups.map(({ id, name }) => ({ id, name })),
      )
    }),
  )

  return router
}

function readAcls(content: unknown): string[] {
  const acls = isRecord(content) && Object.hasOwn(content, 'acls') ? content['acls'] : undefined
  if (Array.isArray(acls) && acls.every((acl) => typeof acl === 'string')) return acls
  throw new PimError('unprocessable', 'The body must be {"acls": [<ACL id>, …]}.')
}
