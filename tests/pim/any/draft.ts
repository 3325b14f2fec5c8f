import type { JsonEdit } from './json-edit.ts'

/** A text, told without knowing the state: `known` counts round the words that fit its place. */
export type Word =
  | { readonly known: number }
  | { readonly near: number; readonly at: number; readonly how: 'other' | 'less' | 'more' | 'case' }
  | { readonly text: string }

/** A value in a JSON body. */
export type Value =
  | { readonly word: Word }
  | { readonly list: readonly Word[] }
  | { readonly json: unknown }

/** An example, by its place; the bits of a number choose the properties that are kept; a new name, or its own. */
export interface EntityDraft {
  readonly at: number
  readonly keep: number
  readonly fresh: number | null
}

export type Body =
  /** The fields that the description names. */
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, Value])[] }
  /** Entities of the kind that stands at the address. */
  | { readonly kind: 'entities'; readonly entities: readonly EntityDraft[] }
  | { readonly kind: 'state' }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }

/** What is done to an address that is right. */
export const bends = [
  'double slash',
  'slash at the end',
  'upper case',
  'encoded slash',
  'encoded letter',
  'dots',
  'backslash',
  'long path',
  'long query',
  'brackets in the query',
  'broken escapes in the query',
  'foreign host',
  'other port',
  'raw parameters',
] as const

export const serialisations = [
  'described',
  'form',
  'cut off',
  'spoiled',
  'with a mark',
  'endless numbers',
  'negative zeros',
] as const

/** A request, told without knowing the state that it meets: so it can be drawn, made smaller and sent again. */
export interface Draft {
  readonly operation: string
  readonly method: string | null
  readonly parameters: readonly Word[]
  readonly query: readonly (readonly [name: string, value: Word])[]
  readonly bend: (typeof bends)[number] | null
  /** With which of several connections or apps, counted round. */
  readonly turn: number
  /** The token or the client's id and secret, where the description asks for one; null leaves it out. */
  readonly credentials: readonly [Word, Word] | null
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Body
  readonly edits: readonly JsonEdit[]
  readonly serialisation: (typeof serialisations)[number]
}
