/** An event of a Chromium trace (Trace Event Format); times are in microseconds, `tts` and `tdur` of the thread. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly tts?: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly name?: string; readonly data?: Record<string, unknown> }
}

type Kind = 'scripts' | 'styles and layout' | 'painting' | 'the rest'

/** How much processor time a thread spent on each kind of work, in milliseconds. */
export type Spent = Record<Kind, number>

/** What an event is about, as the panel Performance of the developer tools sorts it. */
const kinds: Readonly<Record<string, Kind>> = {
  EvaluateScript: 'scripts',
  'v8.compile': 'scripts',
  'v8.compileModule': 'scripts',
  'v8.evaluateModule': 'scripts',
  FunctionCall: 'scripts',
  RunMicrotasks: 'scripts',
  'v8.callFunction': 'scripts',
  'v8.run': 'scripts',
  EventDispatch: 'scripts',
  TimerFire: 'scripts',
  FireAnimationFrame: 'scripts',
  FireIdleCallback: 'scripts',
  HandlePostMessage: 'scripts',
  MinorGC: 'scripts',
  MajorGC: 'scripts',
  'V8.GCFinalizeMC': 'scripts',
  UpdateLayoutTree: 'styles and layout',
  RecalcStyle: 'styles and layout',
  Layout: 'styles and layout',
  ParseAuthorStyleSheet: 'styles and layout',
  PrePaint: 'painting',
  Paint: 'painting',
  Layerize: 'painting',
  Commit: 'painting',
  CompositeLayers: 'painting',
}

/** The main thread of the renderer that shows a page whose address begins so. */
export function mainThreadOf(events: readonly TraceEvent[], address: string) {
  const frames = events.flatMap(({ args }) => {
    const list = args.data?.['frames']
    return Array.isArray(list) ? (list as { url: string; processId?: number }[]) : []
  })
  const pid = frames.find(({ url }) => url.startsWith(address))?.processId
  const named = events.find(
    (event) =>
      event.pid === pid && event.name === 'thread_name' && event.args.name === 'CrRendererMain',
  )
  if (!named) throw new Error(`The trace holds no page at ${address}`)
  return (event: TraceEvent) => event.pid === pid && event.tid === named.tid
}

/** The threads that the reader's app has for itself: those of each process that runs a worker which a page started. */
export function appThreads(events: readonly TraceEvent[]) {
  const named = events.filter(({ name }) => name === 'thread_name')
  const workers = named.filter(({ args }) => args.name === 'DedicatedWorker thread')
  return named
    .filter(({ pid }) => workers.some((worker) => worker.pid === pid))
    .filter(({ args }) => args.name === 'CrRendererMain' || args.name === 'DedicatedWorker thread')
    .map(
      ({ pid, tid }) =>
        (event: TraceEvent) =>
          event.pid === pid && event.tid === tid,
    )
}

/** Adds the own time of each event, without that of events inside it, to what the event is about. */
export function readSpent(events: readonly TraceEvent[]): Spent {
  const spent: Spent = { scripts: 0, 'styles and layout': 0, painting: 0, 'the rest': 0 }
  const open: { end: number; kind: Kind }[] = []
  const complete = events
    .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
    .toSorted((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
  for (const { name, ts, dur = 0, tdur = 0 } of complete) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= ts) open.pop()
    const around = open.at(-1)
    // What has no kind of its own belongs to what it happens in.
    const kind = kinds[name] ?? around?.kind ?? 'the rest'
    if (around) spent[around.kind] -= tdur / 1000
    spent[kind] += tdur / 1000
    open.push({ end: ts + dur, kind })
  }
  return spent
}
