import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCollection, type StoredCollection } from './collection.ts'
import type { IndexBy } from './record-index.ts'

interface Boat {
  readonly port: string
  readonly crew: readonly string[]
}

type Step =
  | { readonly kind: 'put'; readonly key: string; readonly boat: Boat }
  | { readonly kind: 'delete'; readonly key: string }
  | { readonly kind: 'clear' }
  | {
      readonly kind: 'restore'
      readonly key: string
      readonly boat: Boat | undefined
      readonly order: number
    }

const byCrew: IndexBy<Boat> = { name: 'crew', keysOf: ({ crew }) => crew }
const names = ['a', 'b', 'c', 'B', 'é', '__proto__']
const key: fc.Arbitrary<string> = fc.constantFrom(...names)
const boat = fc.record<Boat>({
  port: fc.constantFrom('north', 'south', ''),
  crew: fc.array(fc.constantFrom('Ada', 'Bo', 'constructor'), { maxLength: 4 }),
})
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(key, boat).map(([name, put]): Step => ({ kind: 'put', key: name, boat: put })),
  key.map((name): Step => ({ kind: 'delete', key: name })),
  fc.constant<Step>({ kind: 'clear' }),
  fc
    .tuple(key, fc.option(boat, { nil: undefined }), fc.nat(20))
    .map(([name, put, order]): Step => ({ kind: 'restore', key: name, boat: put, order })),
)
const steps = fc.array(step, { maxLength: 30 })

function fill(collection: StoredCollection<Boat>, done: Step): void {
  if (done.kind === 'put') collection.put(done.key, done.boat)
  else if (done.kind === 'delete') collection.delete(done.key)
  else if (done.kind === 'clear') collection.clear()
  else collection.restore(done.key, done.boat, done.order * names.length + names.indexOf(done.key))
}

function open(): StoredCollection<Boat> {
  let last = 1000
  return createCollection<Boat>({ observe: () => undefined, nextOrder: () => (last += 1) })
}

/** Asks every look-up, so that its index is there from then on. */
function askAll(boats: StoredCollection<Boat>): void {
  boats.where('port', 'north')
  boats.keysWhere(byCrew, 'Ada')
  boats.sortedKeys()
}

test('look-ups find what a plain scan finds, whatever happens before and after they are first asked', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const boats = open()
      for (const each of before) fill(boats, each)
      askAll(boats)
      for (const each of after) fill(boats, each)

      const all = [...boats.values()]
      const keys = names.filter((name) => boats.has(name)).toSorted()
      expect(boats.sortedKeys()).toEqual(keys)
      for (const port of ['north', 'south', '', 'nowhere']) {
        const some = all.filter((each) => each.port === port)
        expect(boats.where('port', port)).toEqual(some)
        expect(boats.countWhere('port', port)).toBe(some.length)
        expect(boats.keysWhere('port', port)).toEqual(
          keys.filter((name) => boats.get(name)?.port === port),
        )
      }
      for (const person of ['Ada', 'Bo', 'constructor', 'nobody']) {
        const some = all.filter((each) => each.crew.includes(person))
        expect(boats.where(byCrew, person)).toEqual(some)
        expect(boats.countWhere(byCrew, person)).toBe(some.length)
        expect(boats.keysWhere(byCrew, person)).toEqual(
          keys.filter((name) => boats.get(name)?.crew.includes(person)),
        )
      }
    }),
  )
})

test('keys that were handed out stay as they are when a record is put', () => {
  const boats = open()
  boats.put('b', { port: 'north', crew: ['Ada'] })
  const [keys, mates] = [boats.sortedKeys(), boats.keysWhere(byCrew, 'Ada')]
  boats.put('a', { port: 'north', crew: ['Ada'] })
  expect([keys, mates]).toEqual([['b'], ['b']])
  expect([boats.sortedKeys(), boats.keysWhere(byCrew, 'Ada')]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ])
})

test('an index and a field of the same name are two look-ups', () => {
  const boats = open()
  boats.put('a', { port: 'north', crew: [] })
  const byFirstLetter: IndexBy<Boat> = { name: 'port', keysOf: ({ port }) => [port.charAt(0)] }
  expect(boats.countWhere(byFirstLetter, 'n')).toBe(1)
  expect(boats.countWhere('port', 'n')).toBe(0)
  expect(boats.countWhere('port', 'north')).toBe(1)
})
