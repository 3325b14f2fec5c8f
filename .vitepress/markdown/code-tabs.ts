import type { MarkdownRenderer } from 'vitepress'

type RenderRule = NonNullable<MarkdownRenderer['renderer']['rules'][string]>
type Token = Parameters<RenderRule>[0][number]

/** The group and the label of a block, ```` ```php [activate:PHP] ````, or nothing. */
export interface CodeTab {
  group: string
  label: string
}

interface TabSet {
  id: string
  group: string
  labels: string[]
}

interface TabPanel {
  id: string
  at: number
  label: string
}

const bracketPattern = /\[(\w+)(?::([\w ]*))?\]/

/**
 * Code tabs: adjacent blocks of one group become one tab set, and so does VitePress's own
 * `::: code-group`. Both come out with the roles of the ARIA tabs pattern; the theme makes them work.
 */
export function codeTabs(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('code_tabs', (state) => {
    state.tokens = groupTabs(state.tokens, (type) => new state.Token(type, 'div', 0))
  })
  markdown.renderer.rules['code_tabs_open'] = (tokens, index) => {
    const { id, group, labels } = metaOf<TabSet>(tokens, index)
    const { escapeHtml } = markdown.utils
    const buttons = labels.map(
      (label, at) =>
        `<button v-pre type="button" role="tab" id="${tabId(id, at)}" aria-controls="${panelId(id, at)}"` +
        ` aria-selected="${at === 0}" tabindex="${at === 0 ? 0 : -1}">${escapeHtml(label)}</button>`,
    )
    return (
      `<div class="code-tabs"${group ? ` data-group="${escapeHtml(group)}"` : ''}>` +
      `<div role="tablist" class="code-tabs-list" aria-label="Variants of this code">` +
      `${buttons.join('')}</div>\n`
    )
  }
  markdown.renderer.rules['code_tab_open'] = (tokens, index) => {
    const { id, at, label } = metaOf<TabPanel>(tokens, index)
    return (
      `<div role="tabpanel" id="${panelId(id, at)}" aria-labelledby="${tabId(id, at)}" tabindex="0"` +
      ` data-label="${markdown.utils.escapeHtml(label)}"${at === 0 ? '' : ' hidden'}>\n`
    )
  }
  markdown.renderer.rules['code_tab_close'] = () => '</div>\n'
  markdown.renderer.rules['code_tabs_close'] = () => '</div>\n'
}

/** Reads the bracket of a block's info text. A label without letters is the language's name. */
export function readCodeTab(info: string): CodeTab | undefined {
  const match = bracketPattern.exec(info)
  if (!match) return undefined
  const language = /^[\w-]+/.exec(info)?.[0] ?? 'text'
  return { group: match[1] ?? '', label: match[2]?.trim() || language }
}

function groupTabs(tokens: Token[], create: (type: string) => Token): Token[] {
  const result: Token[] = []
  let sets = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token
    if (token.type === 'container_code-group_open') {
      const end = tokens.findIndex(
        (other, at) => at > index && other.type === 'container_code-group_close',
      )
      const blocks = tokens.slice(index + 1, end).filter((other) => other.type === 'fence')
      const rest = tokens.slice(index + 1, end).filter((other) => other.type !== 'fence')
      if (blocks.length > 0) {
        sets += 1
        result.push(
          ...tabSet(
            sets,
            '',
            blocks,
            blocks.map((block) => groupLabel(block.info)),
            create,
          ),
        )
      }
      result.push(...rest)
      index = end
      continue
    }
    const tab = tabOf(token)
    if (!tab) {
      result.push(token)
      continue
    }
    const blocks = [token]
    while (tabOf(tokens[index + blocks.length])?.group === tab.group) {
      blocks.push(tokens[index + blocks.length] as Token)
    }
    sets += 1
    const labels = blocks.map((block) => tabOf(block)?.label ?? '')
    result.push(...tabSet(sets, tab.group, blocks, labels, create))
    index += blocks.length - 1
  }
  return result
}

function tabOf(token: Token | undefined): CodeTab | undefined {
  if (token?.type !== 'fence') return undefined
  const tab = readCodeTab(token.info)
  // VitePress gives code from a file the file's name as its title; that is no group.
  const isFileName = token.meta?.src !== undefined && !/\[\w+:/.test(token.info)
  return isFileName ? undefined : tab
}

function groupLabel(info: string): string {
  const tab = /\[\w+:/.test(info) ? readCodeTab(info) : undefined
  return tab?.label ?? /\[(.*)\]/.exec(info)?.[1] ?? (/^[\w-]+/.exec(info)?.[0] || 'text')
}

function tabSet(
  number: number,
  group: string,
  blocks: Token[],
  labels: string[],
  create: (type: string) => Token,
): Token[] {
  const id = `code-tabs-${number}`
  const open = create('code_tabs_open')
  open.meta = { id, group, labels } satisfies TabSet
  const panels = blocks.flatMap((block, at) => {
    const panel = create('code_tab_open')
    panel.meta = { id, at, label: labels[at] ?? '' } satisfies TabPanel
    return [panel, block, create('code_tab_close')]
  })
  return [open, ...panels, create('code_tabs_close')]
}

// Each token type is only ever made by `tabSet`, which gives it its meta.
function metaOf<Meta>(tokens: Token[], index: number): Meta {
  return (tokens[index] as Token).meta as Meta
}

function tabId(id: string, at: number): string {
  return `${id}-tab-${at + 1}`
}

function panelId(id: string, at: number): string {
  return `${id}-panel-${at + 1}`
}
