import { nextTick, shallowRef, type ShallowRef } from 'vue'
import { isRefused, type Exchange, type HttpRequest } from '../../../flow/exchange.ts'
import { useWorkbench } from '../workbench.ts'

/** A request that was sent from here, with its answer. */
export interface Sent {
  readonly exchange: Exchange
  /** What the endpoint needed and whether the token had it, when it was sent. */
  readonly need: string
}

export interface Sending {
  isBusy: ShallowRef<boolean>
  failure: ShallowRef<string>
  /** Sends a request as the app does; gives undefined where there is no answer. */
  send(request: HttpRequest, need: string): Promise<Sent | undefined>
}

export function useSending(): Sending {
  const { network, exchanges, announce } = useWorkbench()
  const isBusy = shallowRef(false)
  const failure = shallowRef('')

  return {
    isBusy,
    failure,
    async send(request, need) {
      isBusy.value = true
      failure.value = ''
      try {
        const before = exchanges.value.at(-1)?.id
        const response = await network.send({ from: 'app', to: 'pim', request })
        const exchange = exchanges.value.findLast((each) => each.response === response)
        if (!exchange || exchange.id === before) return undefined
        await nextTick()
        const verdict = isRefused(exchange) ? 'the PIM refused' : 'the PIM did it'
        announce(`Status ${response.status}: ${verdict}`)
        return { exchange, need }
      } catch (error) {
        failure.value = (error as Error).message
        return undefined
      } finally {
        isBusy.value = false
      }
    },
  }
}
