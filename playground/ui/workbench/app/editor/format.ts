import { ensureSyntaxTree, indentRange } from '@codemirror/language'
import type { ChangeSpec, EditorState } from '@codemirror/state'

/** How long reading the whole source may take, in milliseconds. */
const PATIENCE = 5_000

/**
 * What brings the lines from `from` to `to` into shape: indentation by the syntax, no blanks at the end of a line.
 * It moves no text to another line. Where the syntax cannot be read to its end in time, the indentation stays.
 */
export function formatChanges(state: EditorState, from: number, to: number): ChangeSpec {
  const isRead = ensureSyntaxTree(state, state.doc.length, PATIENCE) !== null
  // A state keeps the tree that it was made with, which may end early: the next state takes the whole one.
  const whole = state.update({}).state
  const indented = isRead ? indentRange(whole, from, to) : state.changes()
  const after = indented.apply(state.doc)
  const [start, end] = [indented.mapPos(from, -1), indented.mapPos(to, 1)]
  const trims: ChangeSpec[] = []
  for (let number = after.lineAt(start).number; number <= after.lineAt(end).number; number += 1) {
    const line = after.line(number)
    const kept = line.text.trimEnd().length
    if (kept < line.length) trims.push({ from: line.from + kept, to: line.to })
  }
  const trimmed = state.update({ changes: indented }).state.changes(trims)
  return indented.compose(trimmed)
}
