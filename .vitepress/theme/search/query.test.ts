import { describe, expect, test } from 'vitest'
import { readQuery } from './query.ts'

describe('a query', () => {
  test('leaves out the words that every question has', () => {
    expect(readQuery('How do I create a connection?').words).toBe('create connection')
  })

  test('keeps them all when there are no others', () => {
    expect(readQuery('what is it').words).toBe('what is it')
  })

  test('is empty for blanks and marks alone', () => {
    expect(readQuery('  ? ').words).toBe('')
  })

  test('names the word of today for a word that nobody uses any more, and why', () => {
    expect(readQuery('delete my Test Apps').renamings).toEqual([
      {
        query: 'delete custom app',
        because: 'What was called a “test app” until March 2023 is a custom app today.',
        only: true,
      },
    ])
  })

  test('knows that an app was once a connection, and that it is none in “custom app”', () => {
    expect(readQuery('app').renamings.map(({ query }) => query)).toEqual(['connection'])
    expect(readQuery('apple').renamings).toEqual([])
    expect(readQuery('test app').renamings.map(({ query }) => query)).toEqual(['custom app'])
  })

  test('is read in German, as far as its words are known', () => {
    expect(readQuery('Wie kann ich eine Verbindung erstellen?').renamings).toEqual([
      {
        query: 'connection create',
        because: 'These pages are in English: found for “connection create”.',
        only: true,
      },
    ])
    expect(readQuery('attribute').renamings).toEqual([])
    expect(readQuery('constructor').renamings).toEqual([])
  })

  test('is put in the words of these pages, and reads a menu path as words', () => {
    expect(readQuery('uninstall an app').renamings.map(({ query }) => query)).toEqual([
      'disconnect app',
    ])
    expect(readQuery('System > Connections').words).toBe('system connections')
    expect(readQuery('invalid_grant: code 4.0').words).toBe('invalid_grant code 4.0')
  })
})
