const mostChanges = 50

/** The states of the PIM as texts: those before, the one it has, and those that were undone. */
export interface ChangeHistory {
  readonly past: readonly string[]
  readonly present: string
  readonly future: readonly string[]
}

export function startHistory(present: string): ChangeHistory {
  return { past: [], present, future: [] }
}

/** Adds a state; one that is already known as the present, the last or the next one is a step to it. */
export function recordState(history: ChangeHistory, state: string): ChangeHistory {
  const { past, present, future } = history
  if (state === present) return history
  if (state === future[0]) return stepForth(history)
  return { past: [...past, present].slice(-mostChanges), present: state, future: [] }
}

/** The history one step earlier; the same one at its beginning. */
export function stepBack({ past, present, future }: ChangeHistory): ChangeHistory {
  const before = past.at(-1)
  if (before === undefined) return { past, present, future }
  return { past: past.slice(0, -1), present: before, future: [present, ...future] }
}

/** The history one step later; the same one at its end. */
export function stepForth({ past, present, future }: ChangeHistory): ChangeHistory {
  const [next, ...rest] = future
  if (next === undefined) return { past, present, future }
  return { past: [...past, present], present: next, future: rest }
}

/** What differs between two states, in words: “connections, OAuth clients”. */
export function describeChange(before: string, after: string): string {
  const one = JSON.parse(before) as Record<string, unknown>
  const other = JSON.parse(after) as Record<string, unknown>
  const changed = Object.keys(other).filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  )
  // The number goes up whenever something is made: beside that it tells nothing.
  const telling = changed.filter((name) => name !== 'nextId')
  return (telling.length > 0 ? telling : changed).map(inWords).join(', ')
}

function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`)
  return words
    .replace('oauth', 'OAuth')
    .replace(/^o auth/, 'OAuth')
    .replace(/^open id/, 'OpenID')
}
