import type { MessageKey } from '../contract/messages.ts'
import type { Violation } from './error.ts'
import type { Checking, Operation } from './operation.ts'
import type { FlowType } from './state.ts'
import { lengthOf, quote } from './text.ts'

const prefix = 'akeneo_connectivity.connection.connection.constraint.'

/** The constraints of contract B.1, without their prefix. */
type Constraint = MessageKey extends infer Key
  ? Key extends `${typeof prefix}${infer Name}`
    ? Name
    : never
  : never

const flowTypes: readonly string[] = [
  'data_source',
  'data_destination',
  'other',
] satisfies FlowType[]

/** A code is required, has 3 to 100 characters, and only letters, digits and underscores. */
export function checkCode(operation: Checking, code: string): Violation | undefined {
  const wrong = checkLength(operation, 'code', code)
  if (wrong) return wrong
  const isWord = /^\w+$/.test(code)
  const because = `The code ${quote(code)} ${isWord ? 'has only' : 'has more than'} letters, numbers and underscores`
  return operation.check('code.word', isWord, because)
    ? undefined
    : violated('code', 'code.invalid')
}

/** No other connection may have the code. */
export function checkUnique(operation: Operation, code: string): Violation | undefined {
  const isFree = !operation.connections.has(code)
  const because = `${isFree ? 'No' : 'A'} connection has the code ${quote(code)}${isFree ? '' : ' already'}`
  if (operation.check('code.unique', isFree, because)) return undefined
  return violated('code', 'code.must_be_unique')
}

/** A label is required and has 3 to 100 characters. */
export function checkLabel(operation: Checking, label: string): Violation | undefined {
  return checkLength(operation, 'label', label)
}

/** A flow type is one of three words. */
export function checkFlowType(operation: Operation, flowType: string): Violation | undefined {
  const because = `The flow type is ${quote(flowType)}; it can be ${flowTypes.join(', ')}`
  if (operation.check('flow-type.known', flowTypes.includes(flowType), because)) return undefined
  return violated('flowType', 'flow_type.invalid')
}

/** An image is none, or a file that was uploaded. */
export function checkImage(operation: Operation, image: string | null): Violation | undefined {
  if (image === null) return undefined
  const isThere = operation.files.has(image)
  const because = `The file ${quote(image)} was ${isThere ? '' : 'never '}uploaded`
  return operation.check('image.exists', isThere, because)
    ? undefined
    : violated('image', 'image.must_exist')
}

/** Whether connections and connected apps together are as many as may be. */
export function isLimitReached(operation: Operation): boolean {
  return operation.connections.size >= operation.current.limits.connections
}

/** There is room for one more connection or connected app. */
export function checkLimit(operation: Operation): Violation | undefined {
  const { size } = operation.connections
  const because = `There are ${size} of ${operation.current.limits.connections} connections and connected apps`
  if (operation.check('connections.limit', !isLimitReached(operation), because)) return undefined
  return violated('', 'connections_number_limit_reached')
}

function checkLength(
  operation: Checking,
  property: 'code' | 'label',
  text: string,
): Violation | undefined {
  const length = lengthOf(text)
  const because =
    length === 0
      ? `There is no ${property}`
      : `The ${property} ${quote(text)} has ${length} characters`
  if (!operation.check(`${property}.present`, length > 0, because)) {
    return violated(property, `${property}.required`)
  }
  if (
    !operation.check(`${property}.long-enough`, length >= 3, `${because}, at least 3 are needed`)
  ) {
    return violated(property, `${property}.too_short`)
  }
  if (operation.check(`${property}.short-enough`, length <= 100, `${because}, at most 100 fit`)) {
    return undefined
  }
  return violated(property, `${property}.too_long`)
}

function violated(property: string, constraint: Constraint): Violation {
  return { property, message: `${prefix}${constraint}` satisfies MessageKey }
}
