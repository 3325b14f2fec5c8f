import { computeChallenge } from '../../../flow/compute-challenge.ts'
import { recommendFlowType, type FlowAnswers } from '../recommend-flow-type.ts'

const labels = {
  data_source: 'Data source',
  data_destination: 'Data destination',
  other: 'Other',
} as const

function typeFor(answers: FlowAnswers): string {
  const found = recommendFlowType(answers)
  if (!('flowType' in found)) throw new TypeError(`The question "${found.question}" is still open`)
  return labels[found.flowType]
}

const identifier = '5f3a9c0e7b214d68'
const secret = 'NjQ0YzE4ZmItdGhpcy1pcy1hLWZpY3Rpb25hbC1zZWNyZXQ'

/** What widgets that exchange nothing with the PIM come to, in sentences. */
export const told: Readonly<Record<string, readonly string[]>> = {
  'flow-type-chooser': [
    `Data only comes into the PIM: choose ${typeFor({ enters: true, leaves: false })}.`,
    `Data only goes out of the PIM: choose ${typeFor({ enters: false, leaves: true })}.`,
    `Both, and you watch what comes in: choose ${typeFor({ enters: true, leaves: true, monitored: 'in' })}.`,
    `Both, and you watch what goes out: choose ${typeFor({ enters: true, leaves: true, monitored: 'out' })}.`,
    `Neither, or you watch neither: choose ${typeFor({ enters: false, leaves: false })}.`,
  ],
  'challenge-lab': [
    `With the code identifier ${identifier} and the fictional client secret ${secret}, the challenge is the SHA-256 of both, put together: ${computeChallenge(identifier, secret)}.`,
  ],
}
