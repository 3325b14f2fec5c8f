import { firstDifference } from '../../flow/challenge.ts'
import { computeChallenge } from '../../flow/compute-challenge.ts'

/** Said of the right challenge, and of no other. */
export const sameVerdict = 'They are the same: the PIM takes it.'

/** What the PIM thinks of a challenge that somebody computed (contract F), and what went wrong; empty without one. */
export function judgeChallenge(computed: string, identifier: string, secret: string): string {
  const given = computed.trim()
  if (given === '') return ''
  if (identifier === '') return 'The code identifier is empty: the PIM answers invalid_request.'
  const challenge = computeChallenge(identifier, secret)
  const difference = firstDifference(challenge, given)
  if (difference === undefined) return sameVerdict
  if (given === computeChallenge(secret, identifier)) {
    return 'The order is wrong: the code identifier comes first, then the secret.'
  }
  if (given.toLowerCase() === challenge) return 'The PIM wants small letters.'
  const wanted = 'A challenge has 64 characters from 0 to 9 and a to f'
  const odd = [...given].findIndex((character) => !/[\da-f]/.test(character))
  if (given.length !== 64) return `${wanted}; this has ${given.length}.`
  if (odd !== -1) return `${wanted}; character ${odd + 1} of this is another one.`
  return `They differ from character ${difference + 1} on: the PIM answers invalid_client.`
}
