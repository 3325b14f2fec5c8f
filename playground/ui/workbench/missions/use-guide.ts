import { onBeforeUnmount, onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { useWorkbench } from '../workbench.ts'
import { actsOf, lackedRight } from './lacked-right.ts'
import { nextControl } from './next-control.ts'
import { perform } from './perform.ts'
import type { OpenMission } from './use-missions.ts'
import { waitFor } from './wait-for.ts'

export interface Guide {
  /** What is being shown, in words; undefined while nothing is. */
  showing: ShallowRef<string | undefined>
  /** Why the last demonstration ended early, or an empty text. */
  failure: ShallowRef<string>
  /** The control that comes next, highlighted in its pane. */
  pointed: ShallowRef<HTMLElement | undefined>
  showMe(): Promise<void>
  stop(): void
  /** Brings the pointed control to sight and gives it the focus. */
  goToControl(): void
}

const mark = 'data-guided'
// My own attribute is not among them, so pointing never leads to pointing again.
const observed = ['aria-selected', 'class', 'disabled', 'style', 'value']

/** Points at the real control of the current step, and performs the step when asked. */
export function useGuide(open: () => OpenMission | undefined): Guide {
  const workbench = useWorkbench()
  const { activeTab, tabs, layout, stepper, announce } = workbench
  const showing = shallowRef<string>()
  const failure = shallowRef('')
  const pointed = shallowRef<HTMLElement>()
  let controller: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function point(element: HTMLElement | undefined): void {
    if (pointed.value !== element) pointed.value?.removeAttribute(mark)
    element?.setAttribute(mark, '')
    pointed.value = element
  }

  function look(): void {
    timer = undefined
    if (showing.value !== undefined) return
    const { current, context } = open() ?? {}
    if (!current || !context) return point(undefined)
    const { id: active } = activeTab.value
    const screens = tabs.value.map(({ id, view }) => ({
      id,
      screen: view.kind === 'pim' ? view.address : '',
    }))
    const { screen = '' } = screens.find(({ id }) => id === active) ?? {}
    const otherTabs = screens.filter(({ id }) => id !== active)
    point(nextControl(actsOf(current, context), { screen, otherTabs }))
  }

  function lookSoon(): void {
    timer ??= setTimeout(look, 120)
  }

  const observer = new MutationObserver(lookSoon)
  let isGone = false
  function observe(): void {
    if (isGone) return
    const options = { attributeFilter: observed, childList: true, subtree: true }
    observer.observe(document.body, options)
    lookSoon()
  }
  onMounted(() => {
    observe()
    document.addEventListener('input', lookSoon)
    document.addEventListener('change', lookSoon)
  })
  onBeforeUnmount(() => {
    isGone = true
    observer.disconnect()
    clearTimeout(timer)
    document.removeEventListener('input', lookSoon)
    document.removeEventListener('change', lookSoon)
    controller?.abort()
    point(undefined)
  })
  watch(open, lookSoon)

  return {
    showing,
    failure,
    pointed,
    async showMe() {
      const { current, context, mission } = open() ?? {}
      if (!current || !context || !mission || showing.value !== undefined) return
      const { id } = current
      controller = new AbortController()
      const { signal } = controller
      const isLacking = lackedRight(current, context) !== undefined
      const isDone = () => {
        const now = open()
        if (!now || now.done.includes(id)) return true
        return isLacking && lackedRight(current, now.context) === undefined
      }
      failure.value = ''
      showing.value = 'Watch'
      // Nothing is looked for meanwhile, and to keep a record of each change costs every one of them.
      observer.disconnect()
      while (stepper.pending()) stepper.cancel()
      stepper.setMode('run')
      try {
        await perform(actsOf(current, context), {
          workbench,
          signal,
          isDone,
          show(text, element) {
            showing.value = text
            announce(text)
            point(element)
            element?.scrollIntoView({ block: 'center' })
          },
        })
        // What was pressed takes its time; pressed again meanwhile, the app would start over.
        await waitFor(isDone, { signal, patience: 5_000 })
      } catch (error) {
        const isStopped = (error as Error).name === 'AbortError'
        failure.value = isStopped
          ? ''
          : `${(error as Error).message}. Try it by hand; the hint says how.`
        announce(isStopped ? 'Stopped' : failure.value)
      } finally {
        showing.value = undefined
        controller = undefined
        observe()
      }
    },
    stop: () => controller?.abort(),
    goToControl() {
      // The step may have changed a moment ago: what was pointed at would lead astray.
      look()
      const element = pointed.value
      if (!element) return
      const pane = element.closest('[id^="pane-"]')?.id.replace('pane-', '')
      if (pane === 'browser' || pane === 'app' || pane === 'flow') layout.change({ pane })
      element.scrollIntoView({ block: 'center' })
      element.focus()
    },
  }
}
