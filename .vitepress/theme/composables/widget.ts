import {
  markRaw,
  onBeforeUnmount,
  onErrorCaptured,
  onMounted,
  shallowRef,
  type Component,
  type ShallowRef,
} from 'vue'

/** What the door of the widgets' room gives: each widget by name, loaded when it is called. */
interface WidgetDoor {
  widgets: Record<string, () => Promise<Component>>
}

/** Where a widget is between being out of sight and working. */
export type WidgetState =
  | { kind: 'waiting' }
  | { kind: 'loading' }
  | { kind: 'ready'; component: Component }
  | { kind: 'failed'; message: string }

const doors = import.meta.glob<WidgetDoor>('../../../playground/ui/widgets/index.ts')

/** Loads the widget called `name` as soon as the frame comes near the window; tells what went wrong if it fails. */
export function useWidget(
  name: () => string,
  frame: Readonly<ShallowRef<HTMLElement | null>>,
): { state: ShallowRef<WidgetState>; retry: () => Promise<void> } {
  const state = shallowRef<WidgetState>({ kind: 'waiting' })
  let observer: IntersectionObserver | undefined

  async function load(): Promise<void> {
    state.value = { kind: 'loading' }
    try {
      state.value = { kind: 'ready', component: markRaw(await loadWidget(name())) }
    } catch (error) {
      state.value = { kind: 'failed', message: explain(error) }
    }
  }

  onErrorCaptured((error) => {
    console.error(error)
    state.value = { kind: 'failed', message: explain(error) }
    return false
  })

  onMounted(() => {
    if (!frame.value) return
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer?.disconnect()
        void load()
      },
      { rootMargin: '400px' },
    )
    observer.observe(frame.value)
  })
  onBeforeUnmount(() => observer?.disconnect())

  return { state, retry: load }
}

async function loadWidget(name: string): Promise<Component> {
  const open = Object.values(doors)[0]
  const widget = open ? (await open()).widgets[name] : undefined
  if (!widget) throw new RangeError(`There is no widget called "${name}"`)
  return await widget()
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
