import type { FlowType } from '../../pim/index.ts'

/** What the reader said so far; a question that was not reached has no answer. */
export interface FlowAnswers {
  /** Does the software mostly send data into the PIM? */
  readonly enters?: boolean
  /** Does it mostly read data out of the PIM? */
  readonly leaves?: boolean
  /** It does both: which direction is to be monitored? */
  readonly monitored?: 'in' | 'out' | 'neither'
}

/** The flow type that fits, or the question that decides it next. */
export type Recommendation =
  | { readonly flowType: FlowType }
  | { readonly question: keyof FlowAnswers }

/** Three questions lead to one flow type: does data enter, does it leave, and when both, which one matters. */
export function recommendFlowType(answers: FlowAnswers): Recommendation {
  if (answers.enters === undefined) return { question: 'enters' }
  if (answers.leaves === undefined) return { question: 'leaves' }
  if (answers.enters && !answers.leaves) return { flowType: 'data_source' }
  if (answers.leaves && !answers.enters) return { flowType: 'data_destination' }
  if (!answers.enters) return { flowType: 'other' }
  if (answers.monitored === undefined) return { question: 'monitored' }
  if (answers.monitored === 'in') return { flowType: 'data_source' }
  if (answers.monitored === 'out') return { flowType: 'data_destination' }
  return { flowType: 'other' }
}
