import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The colours of code, by the site's tokens: they follow the theme by themselves. */
export const highlightStyle = HighlightStyle.define([
  { tag: [tags.comment, tags.meta], color: 'var(--text-muted)', fontStyle: 'italic' },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--actor-browser)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--actor-pim)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--warning)' },
  {
    tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.className],
    color: 'var(--actor-app)',
  },
  { tag: [tags.definition(tags.variableName)], fontWeight: '600' },
  { tag: tags.invalid, color: 'var(--danger)' },
])

const menu = {
  border: '1px solid var(--border-strong)',
  borderRadius: 'var(--radius-small)',
  background: 'var(--surface-raised)',
  color: 'var(--text)',
  boxShadow: 'var(--shadow)',
}

/** The looks of the editor itself. */
export const editorTheme = EditorView.theme({
  '&': { height: '100%', background: 'var(--code-surface)', color: 'var(--text)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { font: 'var(--text-tiny) / 1.6 var(--font-mono)', overflow: 'auto' },
  '.cm-content': { padding: 'var(--space-2) 0', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    border: '0',
    borderRight: '1px solid var(--border)',
    background: 'var(--code-surface)',
    color: 'var(--text-muted)',
  },
  '.cm-activeLine': { background: 'color-mix(in srgb, var(--text) 4%, transparent)' },
  '.cm-activeLineGutter': { background: 'none', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--focus) 26%, transparent)' },
  '.cm-foldPlaceholder': {
    border: '1px solid var(--border-strong)',
    background: 'var(--surface)',
    color: 'var(--text-muted)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'none', outline: '1px solid var(--focus)' },
  '.cm-searchMatch': { background: 'color-mix(in srgb, var(--mark-solid) 40%, transparent)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--focus)' },
  '.cm-panels': { background: 'var(--surface-sunken)', color: 'var(--text)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--border)' },
  '.cm-panel.cm-search': { padding: 'var(--space-2)', font: 'var(--text-tiny) var(--font-sans)' },
  '.cm-panel.cm-search label': { fontSize: 'var(--text-tiny)' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--text)', fontSize: 'var(--text-large)' },
  '.cm-textfield, .cm-button': {
    border: '1px solid var(--border-strong)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--surface)',
    color: 'var(--text)',
    fontSize: 'var(--text-tiny)',
  },
  '.cm-tooltip': menu,
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--accent-text)',
  },
  '.cm-diagnostic': { fontSize: 'var(--text-tiny)', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--danger)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--danger)',
  },
})
