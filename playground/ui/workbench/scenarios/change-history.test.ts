import { expect, test } from 'vitest'
import { describeChange, recordState, startHistory, stepBack, stepForth } from './change-history.ts'

test('states can be undone and done again', () => {
  const history = ['b', 'c'].reduce(recordState, startHistory('a'))
  const back = stepBack(stepBack(history))
  expect(back).toEqual({ past: [], present: 'a', future: ['b', 'c'] })
  expect(stepBack(back)).toEqual(back)
  expect(stepForth(stepForth(back))).toEqual(history)
  expect(stepForth(history)).toEqual(history)
})

test('the same state again is no change, and a new one ends what could be done again', () => {
  const history = recordState(startHistory('a'), 'b')
  expect(recordState(history, 'b')).toBe(history)
  expect(recordState(stepBack(history), 'b')).toEqual(history)
  expect(recordState(stepBack(history), 'c')).toEqual({ past: ['a'], present: 'c', future: [] })
})

test('fifty changes are kept', () => {
  const states = Array.from({ length: 70 }, (_, index) => `state ${index + 1}`)
  const history = states.reduce(recordState, startHistory('state 0'))
  expect(history.past).toHaveLength(50)
  expect(history.past[0]).toBe('state 20')
})

test('a change is named after the lists that differ', () => {
  const before = { era: 'today', users: [1], oauthClients: [], openIdKeys: [1], customApps: [] }
  const after = { era: 'today', users: [2], oauthClients: [1], openIdKeys: [], customApps: [1] }
  expect(describeChange(JSON.stringify(before), JSON.stringify(after))).toBe(
    'users, OAuth clients, OpenID keys, custom apps',
  )
  expect(describeChange('{"nextId":1,"users":[]}', '{"nextId":2,"users":[1]}')).toBe('users')
  expect(describeChange('{"nextId":1}', '{"nextId":2}')).toBe('next id')
})
