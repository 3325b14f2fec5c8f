import { expect, test } from 'vitest'
import { landmarks } from '../workbench/landmarks/landmarks.ts'
import { widgets } from './index.ts'
import { playgroundAnchors } from './playground-anchors.ts'

test('every widget has a place in the playground, at an anchor that is there or on a screen', () => {
  expect(Object.keys(playgroundAnchors)).toEqual(Object.keys(widgets).toSorted())
  for (const anchor of Object.values(playgroundAnchors)) {
    expect(anchor.startsWith('/connect/') || Object.hasOwn(landmarks, anchor), anchor).toBe(true)
  }
})
