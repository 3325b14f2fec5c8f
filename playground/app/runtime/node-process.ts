/** Ends the app's current task after `process.exit`; it is no failure of the app. */
export class ProcessExit extends Error {
  override readonly name = 'ProcessExit'
}

interface ProcessOptions {
  environment: Record<string, string>
  file: string
  write(level: 'log' | 'error', text: string): void
  exit(code: number): void
}

/** The app's `process`: its environment, its arguments, a way to write and a way to end. */
export function createNodeProcess(options: ProcessOptions) {
  const started = performance.now()
  const process = {
    env: { ...options.environment },
    argv: ['node', `/app/${options.file}`],
    platform: 'linux',
    version: 'v20.19.0',
    versions: { node: '20.19.0' },
    pid: 1,
    exitCode: undefined as number | undefined,
    stdout: { isTTY: false, write: writer('log') },
    stderr: { isTTY: false, write: writer('error') },
    cwd: () => '/app',
    uptime: () => (performance.now() - started) / 1000,
    nextTick: (task: (...values: unknown[]) => void, ...values: unknown[]) =>
      queueMicrotask(() => task(...values)),
    on: () => process,
    once: () => process,
    off: () => process,
    exit(code?: number): never {
      options.exit(code ?? process.exitCode ?? 0)
      throw new ProcessExit('The app has ended')
    },
  }

  function writer(level: 'log' | 'error') {
    return (text: string) => {
      options.write(level, String(text).replace(/\n$/, ''))
      return true
    }
  }

  return process
}
