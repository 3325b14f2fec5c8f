import { readWidths, type PaneWidths } from './pane-widths.ts'

export type PaneId = 'browser' | 'app' | 'flow'

/** How the workbench is laid out, and which exchange is open: what an address of the playground can say. */
export interface WorkbenchLayout {
  /** The pane that is in sight where panes are tabs. */
  readonly pane: PaneId
  /** Whether that pane has the whole place. */
  readonly isFull: boolean
  readonly widths: PaneWidths
  /** The exchange that is open, named by its title. */
  readonly exchange: string
  /** The panel that is docked beside the panes, or an empty text. */
  readonly panel: string
  /** What the pane `Flow` shows. */
  readonly view: string
}

export const initialLayout: WorkbenchLayout = {
  pane: 'browser',
  isFull: false,
  widths: [40, 29, 31],
  exchange: '',
  panel: '',
  view: 'exchanges',
}

const names = ['pane', 'full', 'widths', 'exchange', 'panel', 'view'] as const

/** Reads the query of an address; what is missing or makes no sense is as in `fallback`. */
export function readLayout(search: string, fallback: WorkbenchLayout): WorkbenchLayout {
  const query = new URLSearchParams(search)
  const pane = query.get('pane')
  const widths = query.get('widths')
  return {
    pane: isPane(pane) ? pane : fallback.pane,
    isFull: query.has('full') ? query.get('full') === '1' : fallback.isFull,
    widths: widths === null ? fallback.widths : readWidths(toList(widths), fallback.widths),
    exchange: readName(query.get('exchange')) ?? fallback.exchange,
    panel: readName(query.get('panel')) ?? fallback.panel,
    view: readName(query.get('view')) ?? fallback.view,
  }
}

/** Writes into a query what is not as at first; other parameters stay as they are. */
export function writeLayout(search: string, layout: WorkbenchLayout): string {
  const query = new URLSearchParams(search)
  const texts: Record<(typeof names)[number], string> = {
    pane: layout.pane === initialLayout.pane && !layout.isFull ? '' : layout.pane,
    full: layout.isFull ? '1' : '',
    widths: isInitial(layout.widths) ? '' : layout.widths.map((each) => each.toFixed(1)).join('-'),
    exchange: layout.exchange,
    panel: layout.panel,
    view: layout.view === initialLayout.view ? '' : layout.view,
  }
  for (const name of names) {
    if (texts[name] === '') query.delete(name)
    else query.set(name, texts[name])
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

function isPane(text: string | null): text is PaneId {
  return text === 'browser' || text === 'app' || text === 'flow'
}

/** A name made of small letters, digits and hyphens: nothing else is taken from an address. */
function readName(text: string | null): string | undefined {
  return text !== null && /^[a-z\d-]{0,80}$/.test(text) ? text : undefined
}

function toList(text: string): string {
  return `[${text.split('-').join(',')}]`
}

function isInitial(widths: PaneWidths): boolean {
  return widths.every((width, index) => width === initialLayout.widths[index])
}
