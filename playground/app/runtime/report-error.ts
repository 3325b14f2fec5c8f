import { formatLog } from './inspect.ts'

/** What the console shows of an error, and the line of the app's source that it comes from. */
export interface ReportedError {
  text: string
  line?: number
}

/** The app's script: where it was loaded from, its file's own name, and where its first line begins in the script. */
export interface AppScript {
  readonly url: string
  readonly file: string
  readonly firstColumn: number
}

const mostCauses = 5

/**
 * Reads an error's stack: frames in the app's script get the file's own name, frames of the runtime are left out.
 * Whatever an app throws, it is shown.
 */
export function describeError(reason: unknown, script: AppScript): ReportedError {
  if (!(reason instanceof Error)) return { text: `Uncaught ${formatLog([reason])}` }
  try {
    return describe(reason, script)
  } catch {
    return { text: 'Uncaught error that cannot be read' }
  }
}

function describe(error: Error, script: AppScript): ReportedError {
  const frames = String(error.stack ?? '')
    .split('\n')
    .filter((frame) => frame.includes(script.url) && !isWrapper(frame))
  const known = (error as { line?: unknown }).line
  if (typeof known === 'number') return { text: withCauses(error), line: known }
  const position = /:(\d+):\d+\)?\s*$/.exec(frames[0] ?? '')?.[1]
  const shown = frames.slice(0, 5).map((frame) => `\n    ${named(frame, script)}`)
  const text = withCauses(error, shown.join(''))
  return position === undefined ? { text } : { text, line: Number(position) }
}

function withCauses(error: Error, frames = ''): string {
  const lines = [titleOf(error) + frames]
  let { cause } = error
  for (let depth = 0; depth < mostCauses && cause !== undefined; depth += 1) {
    lines.push(`  cause: ${cause instanceof Error ? titleOf(cause) : formatLog([cause])}`)
    cause = cause instanceof Error ? cause.cause : undefined
  }
  if (error instanceof AggregateError) {
    for (const each of error.errors.slice(0, mostCauses)) {
      lines.push(`  one of them: ${each instanceof Error ? titleOf(each) : formatLog([each])}`)
    }
  }
  return lines.join('\n')
}

function titleOf({ name, message }: Error): string {
  return message === '' ? String(name) : `${String(name)}: ${message}`
}

function named(frame: string, { url, file, firstColumn }: AppScript): string {
  const text = frame
    .trim()
    .replaceAll(url, file)
    .replace(/:1:(\d+)(?=\)?$)/, (_, column: string) => `:1:${Number(column) - firstColumn}`)
  // Firefox writes `name@url:line:column`.
  return text.startsWith('at ') ? text : `at ${text.replace('@', ' ').trim()}`
}

// Where `toClassicScript` calls `startReaderApp(`: column 1 in Chromium, 15 in Firefox.
function isWrapper(frame: string): boolean {
  const column = /:1:(\d+)\)?\s*$/.exec(frame)?.[1]
  return column !== undefined && Number(column) <= 15
}
