import type { MessageKey } from '../contract/messages.ts'
import type { Violation } from './error.ts'
import type { Checking, Operation } from './operation.ts'
import { lengthOf, quote } from './text.ts'

const prefix = 'akeneo_connectivity.connection.connect.custom_apps.create_modal.errors.'

/** The constraints of contract D.2, without their prefix. */
type Constraint = MessageKey extends infer Key
  ? Key extends `${typeof prefix}${infer Name}`
    ? Name
    : never
  : never

/** Whether this PIM has as many custom apps as it may have. */
export function isCustomAppLimitReached(operation: Operation): boolean {
  return operation.customApps.size >= operation.current.limits.customApps
}

/** There is room for one more custom app. */
export function checkCustomAppLimit(operation: Operation): Violation[] {
  const because = `There are ${operation.customApps.size} of ${operation.current.limits.customApps} custom apps`
  if (operation.check('custom-apps.limit', !isCustomAppLimitReached(operation), because)) return []
  return [violated('', 'limit_reached')]
}

/** A name is required and has 3 to 255 characters; an empty one breaks two rules. */
export function checkName(operation: Checking, name: string): Violation[] {
  const length = lengthOf(name)
  const because = `The name ${quote(name)} has ${length} characters`
  const violations: Violation[] = []
  if (!operation.check('name.present', length > 0, because)) {
    violations.push(violated('name', 'name.not_blank'))
  }
  if (!operation.check('name.long-enough', length >= 3, `${because}, at least 3 are needed`)) {
    violations.push(violated('name', 'name.min_length'))
  }
  if (!operation.check('name.short-enough', length <= 255, `${because}, at most 255 fit`)) {
    violations.push(violated('name', 'name.max_length'))
  }
  return violations
}

/** An address is required, is absolute with http or https, and has at most 255 characters. */
export function checkUrl(
  operation: Checking,
  property: 'activateUrl' | 'callbackUrl',
  url: string,
): Violation[] {
  const name = property === 'activateUrl' ? 'activate_url' : 'callback_url'
  const isThere = url !== ''
  const found = isThere ? `The ${name} is ${quote(url)}` : `There is no ${name}`
  if (!operation.check(`${name}.present`, isThere, found)) {
    return [violated(property, `${name}.not_blank`)]
  }
  const violations: Violation[] = []
  if (
    !operation.check(`${name}.url`, isHttpUrl(url), `${found}; it must be an http or https URL`)
  ) {
    violations.push(violated(property, `${name}.must_be_url`))
  }
  if (
    !operation.check(`${name}.short-enough`, lengthOf(url) <= 255, `${found}; 255 characters fit`)
  ) {
    violations.push(violated(property, `${name}.max_length`))
  }
  return violations
}

/** Whether a text is an absolute http or https URL with a host. */
export function isHttpUrl(text: string): boolean {
  // Blanks and control characters would be dropped by a URL parser, backslashes taken for slashes.
  if (!/^https?:\/\/[^/]/i.test(text) || hasForbiddenCharacter(text)) return false
  try {
    return /^(?:\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?\.?)$/i.test(
      new URL(text).hostname,
    )
  } catch {
    return false
  }
}

function hasForbiddenCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) as number
    const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff
    if (code <= 0x20 || code === 0x7f || isLoneSurrogate || character === '\\') return true
  }
  return false
}

function violated(property: string, constraint: Constraint): Violation {
  return { property, message: `${prefix}${constraint}` satisfies MessageKey }
}
