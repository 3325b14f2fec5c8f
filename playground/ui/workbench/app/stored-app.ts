const sourceKey = 'playground-app-source'
const settingsKey = 'playground-app-settings'

export interface AppSettings {
  readonly clientId: string
  readonly clientSecret: string
}

/** Keeps the reader's app over a reload: the source for good, the credentials as long as the tab lives. */
export interface StoredApp {
  readSource(): string | undefined
  writeSource(source: string | undefined): void
  readSettings(): AppSettings
  writeSettings(settings: AppSettings): void
}

interface Storages {
  readonly local: Storage | undefined
  readonly session: Storage | undefined
}

/** Reads nothing, and writes nothing, where the browser gives no storage. */
export function createStoredApp({ local, session }: Storages): StoredApp {
  return {
    readSource: () => local?.getItem(sourceKey) ?? undefined,
    writeSource(source) {
      if (source === undefined) local?.removeItem(sourceKey)
      else write(local, sourceKey, source)
    },
    readSettings() {
      const stored = parse(session?.getItem(settingsKey))
      const text = (name: string) => {
        const value = stored?.[name]
        return typeof value === 'string' ? value : ''
      }
      return { clientId: text('clientId'), clientSecret: text('clientSecret') }
    },
    writeSettings: (settings) => write(session, settingsKey, JSON.stringify(settings)),
  }
}

function write(storage: Storage | undefined, key: string, text: string): void {
  try {
    storage?.setItem(key, text)
  } catch {
    // Full or blocked storage: it is then kept until the page is left.
  }
}

function parse(text: string | null | undefined): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? 'null')
    return typeof parsed === 'object' && parsed !== null
      ? (parsed as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
