/** What the console shows of an error, and the line of the app's source that it comes from. */
export interface ReportedError {
  text: string
  line?: number
}

/**
 * Reads an error's stack: frames in the app's script (`scriptUrl`) get the file's own name, frames of the runtime are
 * left out.
 */
export function describeError(reason: unknown, scriptUrl: string, file: string): ReportedError {
  if (!(reason instanceof Error)) return { text: `Uncaught ${String(reason)}` }
  const title = `${reason.name}: ${reason.message}`
  const frames = (reason.stack ?? '')
    .split('\n')
    .filter((frame) => frame.includes(scriptUrl) && !isWrapper(frame))
  const known = (reason as { line?: unknown }).line
  const position = /:(\d+):\d+\)?\s*$/.exec(frames[0] ?? '')?.[1]
  const line = typeof known === 'number' ? known : position === undefined ? undefined : +position
  const shown = frames.slice(0, 5).map((frame) => `    ${named(frame, scriptUrl, file)}`)
  const cause = reason.cause instanceof Error ? [`  cause: ${reason.cause.message}`] : []
  const text = [title, ...shown, ...cause].join('\n')
  return line === undefined ? { text } : { text, line }
}

function named(frame: string, scriptUrl: string, file: string): string {
  const text = frame.trim().replaceAll(scriptUrl, file)
  // Firefox writes `name@url:line:column`.
  return text.startsWith('at ') ? text : `at ${text.replace('@', ' ').trim()}`
}

// Where `toClassicScript` calls `startReaderApp(`: column 1 in Chromium, 15 in Firefox.
function isWrapper(frame: string): boolean {
  const column = /:1:(\d+)\)?\s*$/.exec(frame)?.[1]
  return column !== undefined && Number(column) <= 15
}
