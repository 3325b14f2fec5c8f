import { expect, test } from 'vitest'
import { chooseTag, readTagsHash, writeTagsHash } from './tutorial-tags.ts'

test('an address chooses tags, whatever their capitals', () => {
  expect(readTagsHash('#tags=App%20Workflow')?.tags).toEqual(['App Workflow'])
  expect(readTagsHash('#tags=products,Channel')?.tags).toEqual(['Products', 'Channel'])
})

test('a use case and features exclude each other: the last one counts', () => {
  expect(readTagsHash('#tags=Products,App%20Workflow')?.tags).toEqual(['App Workflow'])
  expect(chooseTag('Channel', ['App Workflow'], true)).toEqual(['Channel'])
  expect(chooseTag('Channel', ['Products', 'Channel'], false)).toEqual(['Products'])
})

test('tags that there are not are told, and broken addresses are read as they are', () => {
  expect(readTagsHash('#tags=Kettles,Channel')).toEqual({ tags: ['Channel'], unknown: ['Kettles'] })
  expect(readTagsHash('#tags=%E0%A4%A')?.unknown).toEqual(['%E0%A4%A'])
  expect(readTagsHash('#tags=,,')).toEqual({ tags: [], unknown: [] })
})

test('another hash chooses nothing', () => {
  expect(readTagsHash('#filter-tutorial')).toBeNull()
  expect(readTagsHash('')).toBeNull()
})

test('what is written is read again', () => {
  const hash = writeTagsHash(['Product Models', 'Channel'])
  expect(hash).toBe('#tags=Product%20Models,Channel')
  expect(readTagsHash(hash)?.tags).toEqual(['Product Models', 'Channel'])
  expect(writeTagsHash([])).toBe('')
})
