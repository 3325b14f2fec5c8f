import { Hono } from 'hono'
import type { Operation } from '../domain/operation.ts'
import type { RouteContext, RouteEnvironment } from '../http/environment.ts'

/** The environment of the PIM's own routes: `context.env.operation` and `context.env.body`. */
export type PimEnvironment = RouteEnvironment<Operation>

/** The context that a handler is given. */
export type PimContext = RouteContext<Operation>

/** A group of the PIM's routes, before it is mounted. */
export type PimRouter = Hono<PimEnvironment>

export function createRouter(): PimRouter {
  return new Hono<PimEnvironment>()
}

/** A parameter of the route's path. Throws `TypeError` when the path has none of that name. */
export function parameter(context: PimContext, name: string): string {
  const value = context.req.param(name)
  if (value === undefined) throw new TypeError(`The route has no parameter "${name}"`)
  return value
}
