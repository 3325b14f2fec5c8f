import type { Channel } from './catalogue-state.ts'
import { byCode, known } from './known.ts'
import type { Operation } from './operation.ts'

/** All channels by code. */
export function findChannels(operation: Operation): readonly Channel[] {
  return byCode(operation.channels)
}

/** The channel with this code. Throws `not-found`. */
export function getChannel(operation: Operation, code: string): Channel {
  return known(operation, operation.channels.get(code), 'Channel', code)
}
