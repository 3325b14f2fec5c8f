import { expect, test } from 'vitest'
import { eras, words } from '../../pim/index.ts'
import { describeStep } from './describe-step.ts'

const appUrl = 'http://localhost:8000'

function read(...[step, era]: [Parameters<typeof describeStep>[0], (typeof eras)[number]]) {
  return describeStep(step, words[era], appUrl)
    .map(({ text }) => text)
    .join('')
}

test('the labels are those of the era', () => {
  expect(read('create-app', 'today')).toContain('press Create an App.')
  expect(read('create-app', 'test-apps-2022')).toContain('press Create a test App.')
})

test('what has to be typed is there to copy', () => {
  const typed = describeStep('create-app', words.today, appUrl).filter(
    ({ kind }) => kind === 'code',
  )
  expect(typed.map(({ text }) => text)).toEqual([
    'http://localhost:8000/activate',
    'http://localhost:8000/callback',
  ])
})

test('every step is a sentence in every era', () => {
  const steps = [
    'get-permission',
    'create-app',
    'take-credentials',
    'run-app',
    'connect-app',
    'confirm',
    'send-hop',
    'undo-refusal',
    'open-app',
    'call-api',
    'explore',
  ] as const
  for (const era of eras) {
    for (const step of steps) expect(read(step, era), `${step} ${era}`).toMatch(/^[A-Z].*\.$/)
  }
})
