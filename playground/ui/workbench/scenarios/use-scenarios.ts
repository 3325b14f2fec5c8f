import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { checkScenario, type Mismatch, type Scenario } from '../../../pim/index.ts'
import { useWorkbench } from '../workbench.ts'
import { describeChange, stepBack, stepForth, type ChangeHistory } from './change-history.ts'
import { pimHistory } from './pim-history.ts'

/** A state that waits for the reader's yes. */
export interface Offer {
  readonly title: string
  readonly scenario: Scenario
  /** What else the reader should know before. */
  readonly note: string
}

export interface Problem {
  readonly title: string
  readonly text: string
}

export interface Scenarios {
  state: ShallowRef<Scenario | undefined>
  offered: ShallowRef<Offer | undefined>
  problem: ShallowRef<Problem | undefined>
  isBusy: ShallowRef<boolean>
  /** Asks whether a document may take the place of the state, once it is known to be a scenario. */
  offer(offer: { title: string; scenario: unknown; note?: string }): void
  refuse(title: string, text: string): void
  accept(): Promise<void>
  keep(): void
  /** What the next undo and redo change, in words; undefined when there is none. */
  undoable: ComputedRef<string | undefined>
  redoable: ComputedRef<string | undefined>
  undo(): Promise<void>
  redo(): Promise<void>
}

/** The states that can take the place of the PIM's, and the way back. */
export function useScenarios(): Scenarios {
  const { pim, browser, travel, announce, credentials, mayLeave } = useWorkbench()
  const { state, history } = pimHistory(pim)
  const offered = shallowRef<Offer>()
  const problem = shallowRef<Problem>()
  const isBusy = shallowRef(false)

  /** Puts a state in the place of the PIM's. Gives what is wrong with it and where, or nothing. */
  async function put(body: string): Promise<string | undefined> {
    isBusy.value = true
    try {
      const headers = { 'content-type': 'application/json' }
      const address = `${pim.url}/_control/scenario`
      await travel.remember()
      const response = await pim.navigate(new Request(address, { method: 'PUT', headers, body }))
      if (!response.ok) return describeRefusal(await response.json())
      for (const { id, view } of browser.tabs()) if (view.kind === 'pim') await browser.reload(id)
      return undefined
    } catch (error) {
      return (error as Error).message
    } finally {
      isBusy.value = false
    }
  }

  async function step(to: ChangeHistory, done: string): Promise<void> {
    const from = history.value
    if (!from || to === from || isBusy.value || !(await isLeft())) return
    // Before the PIM tells of its change: else that would count as a new one.
    history.value = to
    const refusal = await put(to.present)
    if (refusal === undefined) return announce(done)
    history.value = from
    refuse('This cannot be undone', refusal)
  }

  /** The pages of the PIM are loaded anew: what is being edited there would be lost. */
  async function isLeft(): Promise<boolean> {
    isBusy.value = true
    const isAllowed = (await mayLeave.value?.()) ?? true
    isBusy.value = false
    return isAllowed
  }

  function refuse(title: string, text: string): void {
    offered.value = undefined
    problem.value = { title, text: `${text}. Your PIM is as it was.` }
  }

  return {
    state,
    offered,
    problem,
    isBusy,
    offer({ title, scenario, note = '' }) {
      const mismatch = checkScenario(scenario)
      if (mismatch) return refuse(`${title} cannot be loaded`, describeMismatch(mismatch))
      problem.value = undefined
      offered.value = { title, scenario: scenario as Scenario, note }
    },
    refuse,
    async accept() {
      const offer = offered.value
      if (!offer || !(await isLeft())) return
      const refusal = await put(JSON.stringify(offer.scenario))
      if (refusal !== undefined) return refuse(`${offer.title} cannot be loaded`, refusal)
      offered.value = undefined
      // So that the pane `Your app` can take them: no screen shows them again.
      for (const { clientId, clientSecret } of offer.scenario.customApps) {
        credentials.known.remember({ clientId, clientSecret })
      }
      announce(`${offer.title} is loaded.`)
    },
    keep: () => (offered.value = undefined),
    undoable: computed(() => {
      const before = history.value?.past.at(-1)
      return before === undefined ? undefined : describeChange(before, history.value!.present)
    }),
    redoable: computed(() => {
      const next = history.value?.future[0]
      return next === undefined ? undefined : describeChange(history.value!.present, next)
    }),
    undo: async () => history.value && step(stepBack(history.value), 'Undone.'),
    redo: async () => history.value && step(stepForth(history.value), 'Done again.'),
  }
}

function describeMismatch({ pointer, message }: Mismatch): string {
  return pointer === '' ? `The document as a whole: ${message}` : `At ${pointer}: ${message}`
}

function describeRefusal({ pointer, message }: { pointer?: string; message: string }): string {
  return pointer === undefined ? message.replace(/\.$/, '') : describeMismatch({ pointer, message })
}
