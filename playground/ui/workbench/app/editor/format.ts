import { ensureSyntaxTree, indentRange } from '@codemirror/language'
import type { ChangeSpec, EditorState } from '@codemirror/state'

/**
 * What brings the lines from `from` to `to` into shape: indentation by the syntax, no blanks at the end of a line.
 * It moves no text to another line.
 */
export function formatChanges(state: EditorState, from: number, to: number): ChangeSpec {
  ensureSyntaxTree(state, state.doc.length, 1_000)
  const indented = state.changes(indentRange(state, from, to))
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
