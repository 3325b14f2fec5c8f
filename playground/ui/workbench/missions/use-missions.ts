import { computed, nextTick, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { Exchange } from '../../../flow/exchange.ts'
import { namedScenarios, type Scenario } from '../../../pim/index.ts'
import { sameList } from '../same-list.ts'
import { pimHistory } from '../scenarios/pim-history.ts'
import { readStorage } from '../storage.ts'
import { useWorkbench } from '../workbench.ts'
import { wizardAddress } from './act.ts'
import { doneSteps, seeExchanges } from './done-steps.ts'
import { adoptScopes, firstMarks, marksOf } from './marks.ts'
import type { Mission, MissionRun, MissionStep, StepContext } from './mission.ts'
import { missions } from './missions.ts'
import { useStoredRuns } from './use-stored-runs.ts'

export interface OpenMission {
  readonly mission: Mission
  readonly context: StepContext
  readonly done: readonly string[]
  /** The first step that is not done; undefined when the mission is complete. */
  readonly current: MissionStep | undefined
}

export interface Missions {
  progress: ComputedRef<readonly { mission: Mission; done: number }[]>
  open: ComputedRef<OpenMission | undefined>
  choose(id: string): void
  /** Begins the open mission anew: what was done until now no longer counts. */
  reset(): void
  /** Whether the PIM holds something that the reader made. */
  hasOwnState: ComputedRef<boolean>
  /** Loads the scenario with which the open mission can begin. */
  startFromScenario(): Promise<void>
  /** What the last reset or start is called, while it can be undone. */
  undoable: ShallowRef<'reset' | 'start' | undefined>
  undo(): Promise<void>
}

/** The missions and how far the reader is: derived from the PIM's state and the exchanges. */
export function useMissions(): Missions {
  const workbench = useWorkbench()
  const { app, appUrl, words, tabs, exchanges, announce } = workbench
  const {
    open: openId,
    runs,
    openMission: keepOpen,
    keep,
  } = useStoredRuns(readStorage('localStorage'))
  const { state, replace } = pimHistory(workbench.pim)
  const undoable = shallowRef<'reset' | 'start'>()
  let before: { run: MissionRun | undefined; state: Scenario | undefined } | undefined

  const appSituation = computed(() => ({
    url: appUrl,
    clientId: app.clientId.value,
    clientSecret: app.clientSecret.value,
    isRunning: app.state.value === 'listening' && !app.isStale.value,
    source: app.source.value,
  }))

  const isWizardOpen = computed(() =>
    tabs.value.some(
      ({ view, isLoading }) =>
        isLoading || (view.kind === 'pim' && view.address.startsWith(wizardAddress)),
    ),
  )

  function contextOf({ id }: Mission): StepContext | undefined {
    if (!state.value) return undefined
    const run = runs.value[id] ?? { start: firstMarks(state.value), seen: {} }
    return {
      state: state.value,
      app: appSituation.value,
      run,
      words: words.value,
      isWizardOpen: isWizardOpen.value,
    }
  }

  const openMission = computed(() => missions.find(({ id }) => id === openId.value))
  // The steps look at no call of a screen, and those of most missions at no exchange at all.
  const watched = computed<readonly Exchange[]>((known) =>
    sameList(
      known,
      openMission.value?.steps.some((step) => 'see' in step)
        ? exchanges.value.filter(({ isByScreen }) => !isByScreen)
        : [],
    ),
  )
  const open = computed(() => {
    const mission = openMission.value
    const context = mission && contextOf(mission)
    if (!context) return undefined
    const done = doneSteps(mission, context, watched.value)
    return { mission, context, done, current: mission.steps.find(({ id }) => !done.includes(id)) }
  })

  // What only exchanges tell is kept as soon as it is seen: they end with the page.
  watch(
    open,
    () => {
      if (!open.value) return
      const { mission, context } = open.value
      const run = adoptScopes(context.run, context.state)
      const seen = seeExchanges(mission, context, watched.value)
      const isKept = runs.value[mission.id] === run
      if (!isKept || JSON.stringify(seen) !== JSON.stringify(run.seen)) {
        keep(mission.id, { ...run, seen })
      }
    },
    { immediate: true },
  )

  const doneCount = computed(
    () => open.value && `${open.value.mission.id} ${open.value.done.length}`,
  )
  watch(doneCount, (_now, then) => {
    const { mission, current, done, context } = open.value ?? {}
    const [id = '', count = ''] = then?.split(' ') ?? []
    if (!mission || !done || id !== mission.id || done.length <= Number(count)) return
    announce(
      current
        ? `Done: ${done.length} of ${mission.steps.length} steps. Next: ${current.title(context as StepContext)}`
        : `Mission complete: ${mission.title}`,
    )
  })

  async function bring(scenario: Scenario): Promise<void> {
    const { app: session, browser, clearExchanges, travel, stepper } = workbench
    session.stop()
    // What is held was meant for the PIM as it was.
    while (stepper.pending()) stepper.cancel()
    stepper.setMode('run')
    travel.forget()
    await replace(scenario)
    clearExchanges()
    for (const { id, view } of browser.tabs()) {
      if (view.kind !== 'pim') continue
      browser.showScreen(id, '/')
      await browser.reload(id)
    }
  }

  return {
    progress: computed(() =>
      missions.map((mission) => {
        const context = contextOf(mission)
        return { mission, done: context ? doneSteps(mission, context).length : 0 }
      }),
    ),
    open,
    choose(id) {
      undoable.value = undefined
      keepOpen(id)
    },
    reset() {
      if (!open.value || !state.value) return
      const { mission } = open.value
      before = { run: runs.value[mission.id], state: undefined }
      workbench.clearExchanges()
      keep(mission.id, { start: marksOf(state.value), seen: {} })
      undoable.value = 'reset'
      announce(`The mission begins anew: ${mission.title}`)
    },
    hasOwnState: computed(() => {
      const known = new Set(state.value ? firstMarks(state.value) : [])
      return state.value ? marksOf(state.value).some((mark) => !known.has(mark)) : false
    }),
    async startFromScenario() {
      if (!open.value || !state.value) return
      const { mission } = open.value
      const scenario = await namedScenarios.find(({ id }) => id === mission.scenario)?.load()
      if (!scenario) return
      before = { run: runs.value[mission.id], state: state.value }
      await bring({ ...scenario, era: state.value.era, edition: state.value.edition })
      keep(mission.id, { start: firstMarks(scenario), seen: {} })
      undoable.value = 'start'
      // After what is said about the steps that are done with it.
      await nextTick()
      announce(`The PIM is ready for the mission: ${mission.title}`)
    },
    undoable,
    async undo() {
      if (!before || !open.value) return
      const { id } = open.value.mission
      const { run, state: earlier } = before
      if (earlier) await bring(earlier)
      if (run) keep(id, run)
      before = undefined
      undoable.value = undefined
      announce('Undone: everything is as it was before.')
    },
  }
}
