import type { Context, Env } from 'hono'
import type { Text } from './text.ts'

/** What every handler finds in `context.env`: the operation it works on and the request's body. */
export interface Bindings<Operation> {
  readonly operation: Operation
  readonly body: Uint8Array
  /** Set by whoever makes a response of text, so that the journal need not read it again. */
  sent?: Text
}

/** The Hono environment of the PIM's routes. */
export interface RouteEnvironment<Operation> extends Env {
  Bindings: Bindings<Operation>
}

export type RouteContext<Operation> = Context<RouteEnvironment<Operation>>
