import { strToU8, zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { defaultScenario } from '../../../pim/index.ts'
import { isScenarioHash } from './scenario-hash.ts'
import { LinkError, readScenarioHash, writeScenarioHash } from './share-link.ts'
import { withoutSecrets } from './shared-scenario.ts'

const document = withoutSecrets(defaultScenario)
const hash = writeScenarioHash(document)

function problemOf(broken: string): string {
  try {
    readScenarioHash(broken)
  } catch (error) {
    expect(error).toBeInstanceOf(LinkError)
    return (error as LinkError).message
  }
  throw new Error('The link was read')
}

test('a document comes back as it was, with letters beyond ASCII', () => {
  expect(readScenarioHash(hash)).toEqual(document)
  expect(readScenarioHash(writeScenarioHash({ name: 'Ærø – ☂' }))).toEqual({ name: 'Ærø – ☂' })
  expect(hash).toMatch(/^#scenario=1\.[\w-]+$/)
})

test('it is told apart from the address of a screen', () => {
  expect(isScenarioHash(hash)).toBe(true)
  expect(isScenarioHash('#/connect/app-store')).toBe(false)
})

test('a link that is cut off anywhere is refused', () => {
  for (let length = '#scenario=1.'.length; length < hash.length; length += 7) {
    expect(problemOf(hash.slice(0, length))).toMatch(/cut off/)
  }
  expect(problemOf(hash.slice(0, -1))).toMatch(/cut off/)
})

test('a link in which one character was changed is refused', () => {
  for (let at = '#scenario=1.'.length; at < hash.length - 1; at += 13) {
    const other = hash[at] === 'A' ? 'B' : 'A'
    expect(() => readScenarioHash(hash.slice(0, at) + other + hash.slice(at + 1))).toThrow(
      LinkError,
    )
  }
})

test('the refusal names what is wrong and where', () => {
  expect(problemOf('#scenario=0.abc')).toMatch(/^Right after “scenario=” stands “0”/)
  expect(problemOf('#scenario=')).toMatch(/stands “”/)
  expect(problemOf('#scenario=1.ab!c')).toBe('Character 3 of the data, “!”, cannot stand in a link')
  const letters = btoa(String.fromCodePoint(...zlibSync(strToU8('{"era" today}'))))
  const noJson = letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  expect(problemOf(`#scenario=1.${noJson}`)).toMatch(/cannot be read: .*column 8/)
})

test('a link that would unpack to a mountain is refused', () => {
  expect(problemOf(writeScenarioHash('a'.repeat(6_000_000)))).toBe(
    'The data unpacks to more than 5 MB',
  )
})

test('what is left of a link is known as one, and refused', () => {
  for (const each of ['#scenario', '#Scenario=1.eJ', '#/connect/app-store#scenario=1.eJ']) {
    expect(isScenarioHash(each), each).toBe(true)
    expect(() => readScenarioHash(each)).toThrow(`the link has “${each}”; the scenario of a link`)
  }
  for (const each of ['', '#scenarios', '#/connect/app-store']) {
    expect(isScenarioHash(each), each).toBe(false)
  }
})
