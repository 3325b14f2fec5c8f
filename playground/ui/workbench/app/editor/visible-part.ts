import {
  EditorSelection,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { readPart } from '../source-parts.ts'

/** Shows one part of the document, or all of it (undefined). */
export const showPart = StateEffect.define<string | undefined>()

interface Shown {
  readonly name: string | undefined
  readonly from: number
  readonly to: number
  readonly hidden: DecorationSet
}

const whole = { name: undefined, from: 0, to: Infinity, hidden: Decoration.none }

/** Which part of the document is shown. What is hidden keeps its line numbers, its history, and its text. */
export const shownPart = StateField.define<Shown>({
  create: () => whole,
  update(shown, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(showPart))
    if (!asked && !transaction.docChanged) return shown
    return hide(transaction.state, asked ? asked.value : shown.name)
  },
  provide: (field) => EditorView.decorations.from(field, ({ hidden }) => hidden),
})

/** The range that is shown. */
export function shownRange(state: EditorState): { from: number; to: number } {
  const { from, to } = state.field(shownPart)
  return { from, to: Math.min(to, state.doc.length) }
}

/** Lets a part be shown alone; neither typing nor the keys that move the cursor can reach what is hidden. */
export function visiblePart(): Extension {
  return [
    shownPart,
    EditorView.atomicRanges.of((view) => view.state.field(shownPart).hidden),
    EditorState.changeFilter.of(protectHidden),
    EditorState.transactionFilter.of(stayInPart),
  ]
}

function hide(state: EditorState, name: string | undefined): Shown {
  const part = name === undefined ? undefined : readPart(state.doc.toString(), name)
  if (!part) return { ...whole, name }
  const { from, to } = part
  const ranges = [
    ...(from > 0 ? [[0, from - 1] as const] : []),
    ...(to < state.doc.length ? [[to + 1, state.doc.length] as const] : []),
  ]
  const hidden = Decoration.set(
    ranges.map(([start, end]) => Decoration.replace({ block: true }).range(start, end)),
  )
  return { name, from, to, hidden }
}

function protectHidden(transaction: Transaction): readonly number[] | true {
  const isTyped = ['input', 'delete', 'move'].some((event) => transaction.isUserEvent(event))
  if (!isTyped) return true
  const { from, to } = shownRange(transaction.startState)
  const { length } = transaction.startState.doc
  // The line break on each side belongs to what is hidden; text may be put in at the ends of what is shown.
  return [...(from > 0 ? [0, from] : []), ...(to < length ? [to, length] : [])]
}

// The keys that lead to the beginning and the end of the document mean those of the part. A search may leave it.
function stayInPart(transaction: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const { selection, startState, docChanged } = transaction
  const isMove = transaction.isUserEvent('select') && !transaction.isUserEvent('select.search')
  // To delete what is hidden changes nothing, and must not move the cursor there either.
  const isKept = isMove || transaction.isUserEvent('delete')
  if (!selection || docChanged || !isKept) return transaction
  const { from, to } = shownRange(startState)
  const clamp = (position: number) => Math.min(Math.max(position, from), to)
  if (selection.ranges.every((range) => range.from >= from && range.to <= to)) return transaction
  const ranges = selection.ranges.map(({ anchor, head }) =>
    EditorSelection.range(clamp(anchor), clamp(head)),
  )
  return [transaction, { selection: EditorSelection.create(ranges, selection.mainIndex) }]
}
