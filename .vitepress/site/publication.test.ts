import { describe, expect, test } from 'vitest'
import { readPublication } from './publication.ts'

describe('where the site is published', () => {
  test('is nowhere as long as nobody names a place', () => {
    const nowhere = { address: 'https://connect-your-pim.example', isNamed: false }
    expect(readPublication({})).toEqual(nowhere)
    expect(readPublication({ SITE_URL: ' ' })).toEqual(nowhere)
  })

  test('is what the environment names, whatever slashes it ends in', () => {
    const environment = {
      SITE_URL: 'https://docs.example.org/pim/',
      SITE_EDIT_URL: 'https://code.example.org/edit/main',
      SITE_PROBLEMS_URL: 'mailto:docs@example.org',
    }
    expect(readPublication(environment)).toEqual({
      address: 'https://docs.example.org/pim',
      isNamed: true,
      edit: 'https://code.example.org/edit/main/',
      problems: 'mailto:docs@example.org',
    })
  })

  test.each([
    ['SITE_URL', 'docs.example.org'],
    ['SITE_EDIT_URL', 'mailto:me@example.org'],
    ['SITE_PROBLEMS_URL', 'javascript:alert(1)'],
  ])('is refused where %s is "%s"', (name, value) => {
    expect(() => readPublication({ [name]: value })).toThrow(`Give ${name} an address`)
  })
})
