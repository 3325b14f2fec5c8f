import type { Exchange } from '../../../flow/exchange.ts'
import type { Scenario } from '../../../pim/index.ts'
import type { StepPart } from '../describe-step.ts'
import type { Workbench } from '../workbench.ts'
import type { Act } from './act.ts'

/** What the PIM keeps, as far as missions look at it. */
export type PimState = Pick<
  Scenario,
  | 'accessTokens'
  | 'authorizationRequests'
  | 'connectedApps'
  | 'connections'
  | 'consents'
  | 'customApps'
  | 'oauthClients'
  | 'revokedAppTokens'
  | 'roles'
  | 'session'
  | 'userGroups'
  | 'users'
>

/** The reader's app, as far as missions look at it. */
export interface AppSituation {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** With its present source and credentials. */
  readonly isRunning: boolean
  readonly source: string
}

/** Since when a mission runs, and what was seen since. */
export interface MissionRun {
  /** The marks (see `marksOf`) of what was there at the start: it does not count as done by the reader. */
  readonly start: readonly string[]
  /** By step: the mark of what an exchange was seen with. The state keeps nothing of these. */
  readonly seen: Readonly<Record<string, string>>
}

/** All that decides which steps are done. */
export interface Situation {
  readonly state: PimState
  readonly app: AppSituation
  readonly run: MissionRun
}

/** What a step's texts and acts are made from. */
export interface StepContext extends Situation {
  readonly words: Workbench['words']['value']
  /** Whether a tab of the browser shows the wizard of an app, or is on its way somewhere. */
  readonly isWizardOpen: boolean
}

/** A permission of a role that a step may need (contract K). */
export type Right = 'manageApps' | 'manageConnections' | 'manageCustomApps' | 'openApps'

interface Step {
  /** Stays as it is: what the browser keeps names it. */
  readonly id: string
  title(context: StepContext): string
  hint(context: StepContext): StepPart[]
  /** What performs the step, act by act; also how the guide knows which control is next. */
  acts(context: StepContext): readonly Act[]
  /** What the role of the signed-in user must hold for them. */
  right?(context: Situation): Right
  /** It is kept only for a while, or in one tab alone: it is also done as soon as a later step is. */
  readonly isPassing?: true
}

/** A step that the PIM's state, or that of the reader's app, shows to be done. */
export interface StateStep extends Step {
  isDone(situation: Situation): boolean
}

/** A step of which only an exchange tells. Gives the mark of what it was seen with, or undefined. */
export interface SeenStep extends Step {
  see(exchange: Exchange, situation: Situation): string | undefined
}

export type MissionStep = StateStep | SeenStep

export interface Mission {
  readonly id: string
  readonly title: string
  readonly intro: string
  /** The id of a named scenario with which the mission can begin. */
  readonly scenario: string
  /** The small client that the guide holds for it: what is sent by no screen and no app of the playground. */
  readonly client?: 'connection' | 'app'
  readonly steps: readonly MissionStep[]
}
