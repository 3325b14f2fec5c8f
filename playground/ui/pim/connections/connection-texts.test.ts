import { expect, it } from 'vitest'
import { words } from '../../../pim/index.ts'
import { connectionTexts } from './connection-texts.ts'

it('says what the contract says today', () => {
  const texts = connectionTexts(words.today)
  expect(texts.create).toBe('Create a new connection')
  expect(texts.created).toBe('Connection successfully created.')
  expect(texts.createFailed).toBe('Sorry, an error occurred while creating the connection.')
  expect(texts.secretQuestion).toBe(
    'Are you sure you want to regenerate the connection secret? Not sure about the impacts?',
  )
  expect([0, 1, 2].map(texts.counter)).toEqual(['0 connections', '1 connection', '2 connections'])
})

it('calls a connection an app in the oldest wording', () => {
  const texts = connectionTexts(words['apps-2019'])
  expect(texts.create).toBe('Create a new app')
  expect(texts.overview(0)).toContain('Declare an app')
  expect(texts.deleted).toBe('App successfully deleted.')
})
