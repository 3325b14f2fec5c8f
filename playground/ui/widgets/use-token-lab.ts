import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import { isRefused, type Exchange, type HttpRequest } from '../../flow/exchange.ts'
import type { BrowserPim } from '../../hosts/browser/index.ts'
import { useWorkbench } from '../workbench/workbench.ts'
import { basicHeader, type FourStrings } from './basic-header.ts'
import { moveClock } from './move-clock.ts'

/** What a connection's token request was answered with (contract C). */
export interface ConnectionTokens {
  readonly accessToken: string
  readonly refreshToken: string
  readonly seconds: number
}

export interface TokenLab {
  tokens: ShallowRef<ConnectionTokens | undefined>
  /** The last exchange; the PIM's reasons come with it. */
  exchange: ComputedRef<Exchange | undefined>
  outcome: ShallowRef<string>
  isRefused: ShallowRef<boolean>
  isBusy: ShallowRef<boolean>
  askWithPassword(strings: FourStrings): Promise<void>
  askWithRefreshToken(strings: FourStrings): Promise<void>
  call(): Promise<void>
  letTimePass(): Promise<void>
  reset(): void
}

const tokenPath = '/api/oauth/v1/token'
const callPath = '/api/rest/v1/channels'
const hour = 3600

/** From four strings to a call, and what happens when the token has run out. */
export function useTokenLab(pim: Pick<BrowserPim, 'url' | 'navigate'>): TokenLab {
  const { network, exchanges, announce } = useWorkbench()
  const tokens = shallowRef<ConnectionTokens>()
  const lastId = shallowRef<string>()
  const outcome = shallowRef('')
  const refused = shallowRef(false)
  const isBusy = shallowRef(false)

  function say(text: string, isBad = false): void {
    outcome.value = text
    refused.value = isBad
    announce(text)
  }

  async function act(work: () => Promise<void>): Promise<void> {
    isBusy.value = true
    try {
      await work()
    } catch (error) {
      say((error as Error).message, true)
    } finally {
      isBusy.value = false
    }
  }

  async function send(request: Omit<HttpRequest, 'url'>, path: string) {
    const response = await network.send({
      from: 'app',
      to: 'pim',
      request: { ...request, url: pim.url + path },
    })
    lastId.value = exchanges.value.findLast((each) => each.response === response)?.id
    const body = readRecord(response.body)
    const why = typeof body['message'] === 'string' ? `: ${body['message']}` : ''
    return { status: response.status, body, why, isBad: isRefused({ response }) }
  }

  function askForToken(strings: FourStrings, grant: Readonly<Record<string, string>>) {
    return act(async () => {
      const { status, body, why, isBad } = await send(
        {
          method: 'POST',
          headers: { authorization: basicHeader(strings), 'content-type': 'application/json' },
          body: JSON.stringify(grant),
        },
        tokenPath,
      )
      const { access_token: access, refresh_token: refresh, expires_in: seconds } = body
      if (isBad || typeof access !== 'string' || typeof refresh !== 'string') {
        return say(`Status ${status}${why}`, true)
      }
      const life = typeof seconds === 'number' ? seconds : hour
      tokens.value = { accessToken: access, refreshToken: refresh, seconds: life }
      say(`Status ${status}: a token for ${life / 60} minutes`)
    })
  }

  return {
    tokens,
    exchange: computed(() => exchanges.value.find(({ id }) => id === lastId.value)),
    outcome,
    isRefused: refused,
    isBusy,
    askWithPassword: (strings) =>
      askForToken(strings, {
        grant_type: 'password',
        username: strings.username,
        password: strings.password,
      }),
    askWithRefreshToken: (strings) =>
      askForToken(strings, {
        grant_type: 'refresh_token',
        refresh_token: tokens.value?.refreshToken ?? '',
      }),
    call: () =>
      act(async () => {
        const authorization = `Bearer ${tokens.value?.accessToken ?? ''}`
        const headers = { accept: 'application/json', authorization }
        const { status, why, isBad } = await send({ method: 'GET', headers, body: '' }, callPath)
        say(`Status ${status}${isBad ? why : ': the channels of your PIM'}`, isBad)
      }),
    letTimePass: () =>
      act(async () => {
        await moveClock(pim, tokens.value?.seconds ?? hour)
        say('An hour later, by the clock of your PIM: the token has run out.')
      }),
    reset() {
      tokens.value = undefined
      lastId.value = undefined
      say('')
    },
  }
}

function readRecord(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
