import { expect, test } from 'vitest'
import { recommendFlowType } from './recommend-flow-type.ts'

test('the first two questions come one after the other', () => {
  expect(recommendFlowType({})).toEqual({ question: 'enters' })
  expect(recommendFlowType({ enters: true })).toEqual({ question: 'leaves' })
})

test('one direction alone decides', () => {
  expect(recommendFlowType({ enters: true, leaves: false })).toEqual({ flowType: 'data_source' })
  expect(recommendFlowType({ enters: false, leaves: true })).toEqual({
    flowType: 'data_destination',
  })
})

test('no direction at all is other', () => {
  expect(recommendFlowType({ enters: false, leaves: false })).toEqual({ flowType: 'other' })
})

test('both directions ask which one is to be monitored', () => {
  const both = { enters: true, leaves: true }
  expect(recommendFlowType(both)).toEqual({ question: 'monitored' })
  expect(recommendFlowType({ ...both, monitored: 'in' })).toEqual({ flowType: 'data_source' })
  expect(recommendFlowType({ ...both, monitored: 'out' })).toEqual({ flowType: 'data_destination' })
  expect(recommendFlowType({ ...both, monitored: 'neither' })).toEqual({ flowType: 'other' })
})
