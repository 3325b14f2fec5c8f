type Listener = (...values: never[]) => void

/** The part of `node:events` that servers, requests and responses need. */
export class EventEmitter {
  readonly #listeners = new Map<string, Listener[]>()

  on(name: string, listener: Listener): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    return this
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener)
  }

  once(name: string, listener: Listener): this {
    const once = (...values: never[]) => {
      this.off(name, once)
      listener(...values)
    }
    return this.on(name, once)
  }

  off(name: string, listener: Listener): this {
    const rest = (this.#listeners.get(name) ?? []).filter((known) => known !== listener)
    this.#listeners.set(name, rest)
    return this
  }

  removeListener(name: string, listener: Listener): this {
    return this.off(name, listener)
  }

  listenerCount(name: string): number {
    return this.#listeners.get(name)?.length ?? 0
  }

  emit(name: string, ...values: unknown[]): boolean {
    const listeners = this.#listeners.get(name) ?? []
    for (const listener of listeners) listener(...(values as never[]))
    return listeners.length > 0
  }
}
