import type { Context, Env } from 'hono'

/** What every handler finds in `context.env`: the operation it works on and the request's body. */
export interface Bindings<Operation> {
  readonly operation: Operation
  readonly body: Uint8Array
  /** Set by `json` and `text`, so that the journal need not read the response again. */
  responseBody?: string
}

/** The Hono environment of the PIM's routes. */
export interface RouteEnvironment<Operation> extends Env {
  Bindings: Bindings<Operation>
}

export type RouteContext<Operation> = Context<RouteEnvironment<Operation>>
