import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete'
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
  redo,
  redoDepth,
  undo,
  undoDepth,
} from '@codemirror/commands'
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import {
  highlightSelectionMatches,
  openSearchPanel,
  search,
  searchKeymap,
} from '@codemirror/search'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { formatChanges } from './format.ts'
import { editorTheme, highlightStyle } from './highlight.ts'
import { loadLanguage, type EditorLanguage } from './languages.ts'
import { showPart, shownRange, visiblePart } from './visible-part.ts'

export interface SourceError {
  readonly line: number
  readonly text: string
}

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly label: string
  readonly language: EditorLanguage
  readonly isReadOnly: boolean
  /** The id of the element that explains the keys. */
  readonly describedBy?: string
  readonly onChange: (text: string) => void
  /** The cursor has come to a line that is hidden: found, jumped to, or undone. */
  readonly onHiddenLine: (line: number) => void
  /** What can be undone and redone has changed. */
  readonly onHistory: (depths: { undo: number; redo: number }) => void
}

export interface CodeEditor {
  /** Replaces the whole text, as one step that can be undone. */
  setText(text: string): void
  /** Shows a part alone, or everything. */
  show(part: string | undefined): void
  setErrors(errors: readonly SourceError[]): void
  /** Goes to a line and takes the focus. */
  goTo(line: number): void
  undo(): void
  redo(): void
  search(): void
  /** As soon as the grammar is there, by which it indents. */
  format(): Promise<void>
  /** Selects a range, in characters, and takes the focus. */
  select(from: number, to: number): void
  destroy(): void
}

/** Opens an editor for one source. */
export function createEditor(options: EditorOptions): CodeEditor {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ doc: options.text, extensions: extensions(options) }),
  })

  // Where it does not come, the source has one colour and can be edited all the same.
  const withGrammar = loadLanguage(options.language).then(
    (language) => view.dispatch({ effects: grammar.reconfigure(language) }),
    () => undefined,
  )

  function setText(text: string): void {
    if (text === view.state.doc.toString()) return
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    view.dispatch({ selection: { anchor: shownRange(view.state).from } })
  }

  return {
    setText,
    show(part) {
      view.dispatch({ effects: showPart.of(part) })
      const { from, to } = shownRange(view.state)
      const { head } = view.state.selection.main
      if (head < from || head > to) view.dispatch({ selection: { anchor: from } })
      view.scrollDOM.scrollTop = 0
    },
    setErrors(errors) {
      const diagnostics = errors
        .filter(({ line }) => line <= view.state.doc.lines)
        .map(({ line, text }) => {
          const { from, to } = view.state.doc.line(line)
          return { from, to, severity: 'error' as const, message: text }
        })
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    goTo(number) {
      const line = view.state.doc.line(Math.min(number, view.state.doc.lines))
      view.dispatch({
        selection: { anchor: line.from, head: line.to },
        effects: EditorView.scrollIntoView(line.from, { y: 'center' }),
      })
      view.focus()
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    search: () => void openSearchPanel(view),
    async format() {
      await withGrammar
      const { from, to } = shownRange(view.state)
      view.dispatch({ changes: formatChanges(view.state, from, to), userEvent: 'format' })
    },
    select(from, to) {
      view.dispatch({ selection: { anchor: from, head: to } })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

const grammar = new Compartment()

function extensions(options: EditorOptions): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    foldGutter({ openText: '▾', closedText: '▸' }),
    codeFolding(),
    history(),
    drawSelection(),
    // What cannot be seen (zero width, turned direction) gets a sign.
    highlightSpecialChars(),
    indentUnit.of(options.language === 'nodejs' ? '  ' : '    '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    syntaxHighlighting(highlightStyle),
    editorTheme,
    visiblePart(),
    grammar.of([]),
    EditorState.readOnly.of(options.isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': options.label,
      tabindex: '0',
      ...(options.describedBy && { 'aria-describedby': options.describedBy }),
    }),
    keymap.of([
      { key: 'Mod-a', run: selectShown },
      { key: 'Escape', run: letTabGo },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of(({ state, docChanged, selectionSet, transactions }) => {
      if (docChanged) options.onChange(state.doc.toString())
      if (transactions.length > 0)
        options.onHistory({ undo: undoDepth(state), redo: redoDepth(state) })
      if (!selectionSet) return
      const { head } = state.selection.main
      const { from, to } = shownRange(state)
      if (head < from || head > to) options.onHiddenLine(state.doc.lineAt(head).number)
    }),
  ]
}

function selectShown(view: EditorView): boolean {
  const { from, to } = shownRange(view.state)
  view.dispatch({ selection: { anchor: from, head: to } })
  return true
}

/** Lets Tab leave the editor for two seconds. CodeMirror does not where Escape has ended a selection as well. */
function letTabGo(view: EditorView): boolean {
  view.setTabFocusMode(2_000)
  return false
}
