import { expect, test } from 'vitest'
import { commonWords } from './common-words.ts'

test('words come in the order of how many texts hold them', () => {
  const texts = [
    'Tokens and saucers, saucers',
    'A token: tokens',
    'Saucers tokens',
    'Tokens and tea',
    'Tea',
  ]
  expect(commonWords(texts)).toEqual(['tokens', 'saucers'])
})

test('parts of names and of addresses are none, nor are words of a single text', () => {
  expect(commonWords(['code_challenge well-known once', 'code_challenge well-known'])).toEqual([])
})

test('there are no more than a few kilobytes of them', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const many = letters.flatMap((one) =>
    letters.flatMap((two) => letters.map((three) => `word${one}${two}${three}`)),
  )
  const words = commonWords([many.join(' '), many.join(' ')])
  expect(words).toHaveLength(900)
})
