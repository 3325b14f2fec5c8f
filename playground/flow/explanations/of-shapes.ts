import type { MessagePart } from '../message-parts.ts'

type Shape = readonly [tables: RegExp, name: RegExp, text: (word: string) => string]

/** Names that somebody has chosen, a code say, told from where they stand. The first that fits counts. */
const shapes: readonly Shape[] = [
  [
    /^products$/,
    /(?:^|\.)values\.([^.[\]]+)$/,
    (word) => `The values of the attribute "${word}", one per channel and locale that it has.`,
  ],
  [
    /^products$/,
    /(?:^|\.)(?:quantified_)?associations\.([^.[\]]+)$/,
    (word) => `What it is linked to by an association of the type "${word}".`,
  ],
  [
    /^routes$/,
    /^routes\.([^.]+)$/,
    (word) => `The endpoint that the PIM calls "${word}": its path and methods.`,
  ],
  [
    /^families$/,
    /attribute_requirements\.([^.[\]]+)$/,
    (word) => `What must be filled for the channel "${word}".`,
  ],
  [
    /^channels$/,
    /conversion_units\.([^.[\]]+)$/,
    (word) => `The unit in which values of the attribute "${word}" are exported.`,
  ],
  [/^measurements$/, /units\.([^.[\]]+)$/, (word) => `The unit with the code "${word}".`],
  [
    /^mapping-schemas$/,
    /properties\.([^.[\]]+)$/,
    (word) => `The target "${word}", which a user fills from an attribute.`,
  ],
  [
    /^mapped-products$/,
    /^_embedded\.items\[\]\.([^.[\]]+)$/,
    (word) => `The target "${word}" of the mapping, with the value that the user chose for it.`,
  ],
  [
    /^mapped-product$/,
    /^([^.[\]]+)$/,
    (word) => `The target "${word}" of the mapping, with the value that the user chose for it.`,
  ],
  [
    /^business-errors$/,
    /message_parameters\.(.+)$/,
    (word) => `What stands in the place of ${word}.`,
  ],
  [/^audit$/, /(?:^|\.)(\d{4}-\d\d-\d\d)$/, (word) => `The number of the day ${word}.`],
  [/^audit$/, /^(?!<all>)([^.[\]]+)$/, (word) => `The figures of the connection "${word}".`],
  [/./, /(?:^|[.\]])(?:group_)?labels\.([^.[\]]+)$/, (word) => `The name in the locale "${word}".`],
]

/** A sentence about a name that is somebody's own; undefined where the place of the name tells nothing. */
export function explainShape(
  { place, name }: Pick<MessagePart, 'place' | 'name'>,
  tables: readonly string[],
): string | undefined {
  if (place !== 'json') return undefined
  for (const [subjects, pattern, text] of shapes) {
    const word = pattern.exec(name)?.[1]
    if (word !== undefined && tables.some((table) => subjects.test(table))) return text(word)
  }
  return undefined
}
