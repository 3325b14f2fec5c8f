import type { ConsoleLevel, ConsoleLine } from '../protocol.ts'
import { formatLog } from './inspect.ts'
import type { ReportedError } from './report-error.ts'

const longestEntry = 10_000
const longestOutput = 200_000

export interface AppConsole {
  /** What the app finds under the name `console`. */
  api: Record<string, (...values: unknown[]) => void>
  write(level: ConsoleLevel, text: string, line?: number): void
  /** The app has done with one request: it may write as much again for the next. */
  renewAllowance(): void
}

/**
 * The app's console. Output beyond a limit is cut with a message, so that the page stays alive. `describe` reads an
 * error: a message that shows one leads to the line that it comes from.
 */
export function createConsole(
  send: (entry: ConsoleLine) => void,
  describe: (error: Error) => ReportedError = (error) => ({ text: error.stack ?? String(error) }),
): AppConsole {
  let left = longestOutput
  const counts = new Map<string, number>()
  const timers = new Map<string, number>()

  function write(level: ConsoleLevel, text: string, line?: number): void {
    if (left <= 0) return
    const cut = text.length > longestEntry
    const shown = cut
      ? `${text.slice(0, longestEntry)}… (cut: ${text.length.toLocaleString('en')} characters in one message)`
      : text
    send(line === undefined ? { level, text: shown } : { level, text: shown, line })
    left -= shown.length + 1
    if (left <= 0) {
      const limit = longestOutput.toLocaleString('en')
      send({ level: 'system', text: `Output stopped: more than ${limit} characters were written` })
    }
  }

  const at =
    (level: ConsoleLevel) =>
    (...values: unknown[]) => {
      const text = formatLog(values, (error) => describe(error).text)
      const error = values.find((value) => isError(value))
      write(level, text, error && describe(error).line)
    }

  function tellTime(label: unknown): void {
    const started = timers.get(String(label))
    if (started === undefined) return
    write('log', `${String(label)}: ${(performance.now() - started).toFixed(1)}ms`)
  }

  const api: AppConsole['api'] = {
    log: at('log'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
    trace: at('debug'),
    dir: (value) => write('log', formatLog([value])),
    table: at('log'),
    group: at('log'),
    groupEnd: () => {},
    assert: (holds, ...values) => {
      if (!holds)
        write('error', `Assertion failed${values.length > 0 ? ': ' : ''}${formatLog(values)}`)
    },
    count: (label = 'default') => {
      const count = (counts.get(String(label)) ?? 0) + 1
      counts.set(String(label), count)
      write('log', `${String(label)}: ${count}`)
    },
    countReset: (label = 'default') => void counts.delete(String(label)),
    timeLog: (label = 'default') => tellTime(label),
    clear: () => {},
    groupCollapsed: at('log'),
    dirxml: at('log'),
    time: (label = 'default') => void timers.set(String(label), performance.now()),
    timeEnd: (label = 'default') => {
      tellTime(label)
      timers.delete(String(label))
    },
  }

  return {
    api,
    write,
    renewAllowance() {
      left = Math.max(left, longestOutput)
    },
  }
}

function isError(value: unknown): value is Error {
  try {
    return value instanceof Error
  } catch {
    return false
  }
}
