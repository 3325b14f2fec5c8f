import { expect, test } from 'vitest'
import { sharesOf } from './read-profile.ts'

function node(id: number, functionName: string, url = '', children: number[] = []) {
  return { id, callFrame: { functionName, url }, children }
}

test('time is the file’s in which it was spent, and of the file that had the browser do something', () => {
  const shares = sharesOf({
    nodes: [
      node(1, '(root)', '', [2, 3, 6]),
      node(2, '(idle)'),
      node(3, 'draw', 'http://localhost/assets/chunks/framework.Ab-1_x.js', [4, 5]),
      node(4, 'appendChild'),
      node(5, 'setup', 'http://localhost/assets/chunks/PimScreens.Zz9.js'),
      node(6, '(garbage collector)'),
    ],
    samples: [2, 3, 4, 5, 6, 2],
    timeDeltas: [0, 1_000, 20, 30, 40, 10],
  })
  expect(shares).toEqual([
    ['framework', 0.5],
    ['PimScreens', 0.4],
    ['(garbage collector)', 0.1],
  ])
})
