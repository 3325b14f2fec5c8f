import { connectAcls } from '../../contract/acls.ts'
import { requireAcl, type Caller } from '../../domain/caller.ts'
import {
  createConnection,
  deleteConnection,
  findConnection,
  listConnections,
  regeneratePassword,
  regenerateSecret,
  updateConnection,
  type ConnectionWithCredentials,
} from '../../domain/connection.ts'
import { isLimitReached } from '../../domain/connection-rules.ts'
import type { Operation } from '../../domain/operation.ts'
import { toAtom } from '../../domain/text.ts'
import { chosenGroupId } from '../../domain/user-group.ts'
import { listWrongCredentials } from '../../domain/wrong-credentials.ts'
import { isRecord, readJson, stringOf } from '../../http/body.ts'
import { empty, json } from '../../http/respond.ts'
import { createRouter, parameter, type PimContext, type PimRouter } from '../router.ts'
import { readConnectionUpdate } from './connection-update.ts'
import { onlyFromScreen } from './from-screen.ts'
import { connectionsProblem } from './problem.ts'
import { readRecord } from './read-record.ts'

type Handler = (context: PimContext, operation: Operation) => Response

/** Connections and their credentials (contract B.4). */
export function connectionRoutes(): PimRouter {
  const router = createRouter()
  router.onError(connectionsProblem)
  const path = '/rest/connections/:code'

  router.get('/rest/connections', onlyFromScreen(list))
  router.post('/rest/connections', manage(create))
  router.get('/rest/connections/max-limit-reached', manage(readLimit))
  router.get('/rest/connections/wrong-credentials-combination', manage(readWrongCredentials))
  router.get(path, manage(read))
  router.post(path, manage(update))
  router.delete(path, manage(remove))
  router.post(`${path}/regenerate-secret`, manage(makeSecret))
  router.post(`${path}/regenerate-password`, manage(makePassword))
  return router
}

/** All but the list needs the right to manage connections. */
function manage(handle: Handler) {
  return onlyFromScreen((context: PimContext, caller: Caller) => {
    const { operation } = context.env
    requireAcl(operation, caller, connectAcls.manageConnections)
    return handle(context, operation)
  })
}

function list(context: PimContext): Response {
  const connections = listConnections(context.env.operation, readTypes(context.req.query('search')))
  return json(
    context,
    200,
    connections.map(({ code, label, flowType, image, auditable, type }) => ({
      code,
      label,
      flowType,
      image,
      auditable,
      type,
    })),
  )
}

function create(context: PimContext, operation: Operation): Response {
  const content = readRecord(context)
  const made = createConnection(operation, {
    code: stringOf(content, 'code') ?? '',
    label: stringOf(content, 'label') ?? '',
    flowType: stringOf(content, 'flow_type') ?? '',
  })
  return json(context, 201, toWire(operation, made, made.user.password))
}

function read(context: PimContext, operation: Operation): Response {
  const code = parameter(context, 'code')
  if (operation.connections.get(code)?.type !== 'default') return json(context, 404, null)
  return json(context, 200, toWire(operation, findConnection(operation, code), null))
}

function update(context: PimContext, operation: Operation): Response {
  const code = parameter(context, 'code')
  const current = findConnection(operation, code)
  updateConnection(operation, code, readConnectionUpdate(operation, current, readRecord(context)))
  return empty(context, 204)
}

function remove(context: PimContext, operation: Operation): Response {
  deleteConnection(operation, parameter(context, 'code'))
  return empty(context, 204)
}

function makeSecret(context: PimContext, operation: Operation): Response {
  regenerateSecret(operation, parameter(context, 'code'))
  return empty(context, 204)
}

function makePassword(context: PimContext, operation: Operation): Response {
  const password = regeneratePassword(operation, parameter(context, 'code'))
  return json(context, 200, { password })
}

function readLimit(context: PimContext, operation: Operation): Response {
  return json(context, 200, isLimitReached(operation))
}

function readWrongCredentials(context: PimContext, operation: Operation): Response {
  const combinations = [...listWrongCredentials(operation)].map(([code, uses]) => {
    const users = uses.map(({ username, usedAt }) => [username, { username, date: toAtom(usedAt) }])
    return [code, { code, users: Object.fromEntries(users) as unknown }]
  })
  return json(context, 200, Object.fromEntries(combinations))
}

/** The types in `{"types": […]}`; what is not of that form asks for all, as in the PIM. */
function readTypes(search: string | undefined): string[] {
  const filter = search === undefined ? undefined : readJson(new TextEncoder().encode(search))
  const types = isRecord(filter) && Object.hasOwn(filter, 'types') ? filter['types'] : []
  return Array.isArray(types) ? types.filter((type) => typeof type === 'string') : []
}

function toWire(
  operation: Operation,
  { connection, client, user }: ConnectionWithCredentials,
  password: string | null,
) {
  return {
    code: connection.code,
    label: connection.label,
    flow_type: connection.flowType,
    image: connection.image,
    client_id: client.id,
    secret: client.secret,
    username: user.username,
    password,
    user_role_id: user.roleId,
    user_group_id: chosenGroupId(operation, user),
    auditable: connection.auditable,
    type: connection.type,
  }
}
