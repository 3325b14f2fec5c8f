import { words, type Era } from '../../playground/pim/index.ts'

/** A target taken apart. */
export interface ReadTarget {
  role: string
  name?: string
  within?: ReadTarget
}

const pattern = /^([a-z]+)(?: "([^"]*)")?(?: in (.+))?$/

/**
 * Takes `button "Connect" in region "My custom apps"` apart, with the labels of an era in place of their names.
 *
 * @throws {SyntaxError} for anything else
 */
export function readTarget(text: string, era: Era): ReadTarget {
  const [, role, name, within] = pattern.exec(text) ?? []
  if (role === undefined) throw new SyntaxError(`Name a target by role and name: found "${text}"`)
  return {
    role,
    ...(name !== undefined && { name: withLabels(name, era) }),
    ...(within !== undefined && { within: readTarget(within, era) }),
  }
}

/**
 * Replaces each `[[menu.appStore]]` by the label that it names.
 *
 * @throws {RangeError} for a name that is none
 */
export function withLabels(text: string, era: Era): string {
  return text.replaceAll(/\[\[([\w.]+)\]\]/g, (_, path: string) => {
    const label = labels(era).get(path)
    if (label === undefined) throw new RangeError(`Name a label of the PIM: found "${path}"`)
    return label
  })
}

/** The labels of an era by their names, as in `menu.appStore`. */
export function labels(era: Era): ReadonlyMap<string, string> {
  return new Map(entries(words[era], ''))
}

function entries(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    entries(part, path === '' ? key : `${path}.${key}`),
  )
}
