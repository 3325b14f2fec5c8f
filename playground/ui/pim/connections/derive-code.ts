/** The code that the form proposes for a label: no spaces, `_` for what a code may not hold, lower case (contract B.2). */
export function deriveCode(label: string): string {
  return label.replace(/ /g, '').replace(/\W/g, '_').toLowerCase()
}
