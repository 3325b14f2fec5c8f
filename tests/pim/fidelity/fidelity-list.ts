import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** Parts of what a PIM does, in the order of the page. A line's section begins with one of the letters. */
export const areas: readonly [letters: string, name: string][] = [
  ['B', 'Connections'],
  ['C', 'Connection tokens'],
  ['D', 'App Store and custom apps'],
  ['E', 'Activation'],
  ['F', 'App tokens and OpenID Connect'],
  ['G', 'Scopes'],
  ['H', 'Connected apps'],
  ['I', 'REST API'],
  ['J', 'Dashboard and monitoring'],
  ['K', 'Users, roles and sign-in'],
]

/**
 * A conflict: the sources about the real PIM contradict each other. A difference: the mock does not do what the real
 * one does. A gap: the sources say nothing, and the mock does what seems likely.
 */
export const kinds = ['conflict', 'difference', 'gap'] as const

export interface FidelityLine {
  readonly kind: (typeof kinds)[number]
  /** Of the contract, as `I.3`. */
  readonly section: string
  readonly subject: string
  /** What the sources say, or what the real PIM does. Nothing in a gap. */
  readonly real?: string
  readonly mock: string
}

const keys = ['kind', 'section', 'subject', 'real', 'mock']

/** The list of `docs/contributing/fidelity.yaml`. Throws `TypeError` for a line that is none. */
export async function readFidelityList(): Promise<readonly FidelityLine[]> {
  const path = new URL('../../../docs/contributing/fidelity.yaml', import.meta.url)
  const lines: unknown = parse(await readFile(fileURLToPath(path), 'utf8'))
  if (!Array.isArray(lines)) throw new TypeError('The fidelity list is no list')
  return lines.map((line: unknown, index) => toLine(line, index))
}

function toLine(line: unknown, index: number): FidelityLine {
  const { kind, section, subject, real, mock, ...others } = Object(line) as Record<string, unknown>
  const place = `Line ${index + 1} of the fidelity list (${String(subject)})`
  const extra = Object.keys(others)
  if (extra.length > 0) {
    throw new TypeError(`${place} has ${extra.join(', ')}; allowed are ${keys.join(', ')}`)
  }
  const known = kinds.find((each) => each === kind)
  if (!known) throw new TypeError(`${place} needs a kind: ${kinds.join(', ')}`)
  if (typeof section !== 'string' || !areas.some(([letter]) => section.startsWith(letter))) {
    throw new TypeError(`${place} needs a section: a letter from B to K, and a number`)
  }
  if (typeof subject !== 'string' || typeof mock !== 'string') {
    throw new TypeError(`${place} needs subject and mock, both texts`)
  }
  if (known === 'gap') {
    if (real !== undefined) throw new TypeError(`${place} is a gap, of which nothing real is known`)
    return { kind: known, section, subject, mock }
  }
  if (typeof real !== 'string') throw new TypeError(`${place} needs real, a text`)
  return { kind: known, section, subject, real, mock }
}
