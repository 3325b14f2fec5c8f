import type { Exchange } from '../../../flow/exchange.ts'
import { defaultScenario, type Scenario } from '../../../pim/index.ts'
import { firstMarks } from './marks.ts'
import type { Mission, MissionRun, Situation } from './mission.ts'
import { missions } from './missions.ts'

// What the tests of the missions tell a mission.

const url = 'http://localhost:8000'

/** An app that the reader declared in the PIM: the one that the playground runs. */
export const declared = {
  clientId: 'client',
  clientSecret: 'secret',
  name: 'Harbour Sync',
  activateUrl: `${url}/activate`,
  callbackUrl: `${url}/callback`,
  author: 'admin',
  createdAt: 1,
}
/** The same app, connected. */
export const connected = {
  id: 'client',
  name: 'Harbour Sync',
  scopes: ['read_products'],
  connectionCode: 'harbour',
  username: 'harbour_1',
  roleId: '9',
  userGroup: 'harbour',
  logo: null,
  author: null,
  categories: [],
  certified: false,
  partner: null,
  isCustomApp: true,
  hasOutdatedScopes: false,
}
/** A connection that the reader made. */
export const shop = {
  code: 'quay_shop',
  label: 'Quay Shop',
  flowType: 'data_destination',
  image: null,
  auditable: false,
  type: 'default',
  clientId: '3_shop',
  username: 'quay_shop_1',
  createdAt: 5,
} as const

/** An access token of a client; `someone` stands for its user. */
export function accessToken(token: string, clientId: string, scope: string | null = null) {
  return { token, clientId, username: 'someone', scope, expiresAt: null }
}

/** A list of products, asked for with a token and answered with a status. */
export function listing(token: string, status: number): Exchange {
  return {
    id: '1',
    from: 'app',
    to: 'pim',
    at: '2026-01-05T10:00:00.000Z',
    durationMs: 1,
    request: {
      method: 'GET',
      url: 'https://my-pim.example.com/api/rest/v1/products?limit=10',
      headers: { Authorization: `Bearer ${token}` },
      body: '',
    },
    response: { status, headers: {}, body: '{}' },
    checks: [],
    title: 'List products',
    part: 'flow',
  }
}

interface Told {
  state?: Partial<Scenario>
  run?: Partial<MissionRun>
  app?: Partial<Situation['app']>
}

/** The PIM as it is at first, no app that runs, and a run that began then; what is told stands in their place. */
export function situation({ state = {}, run = {}, app = {} }: Told = {}): Situation {
  const whole = { ...defaultScenario, ...state }
  return {
    state: whole,
    run: { start: firstMarks(defaultScenario), seen: {}, ...run },
    app: { url, clientId: '', clientSecret: '', isRunning: false, source: '', ...app },
  }
}

/** Throws `RangeError` where there is no such mission. */
export function mission(id: string): Mission {
  const found = missions.find((each) => each.id === id)
  if (!found) throw new RangeError(`No mission ${id}`)
  return found
}
