import { describe, expect, test } from 'vitest'
import {
  placeOf,
  reportAddress,
  reportText,
  withoutSecretText,
  type ReportFacts,
} from './report-text.ts'

const token = 'NjNjODlhYmQyZDEwNjYxNzI0ZTUxZjMxN2Y2ZmM3ZTM5ZjQ2ZWQ0'
const facts: ReportFacts = {
  title: 'Manage your connections',
  place: '/articles/manage-your-connections.html#create-a-connection',
  wording: 'Today (today)',
  theme: 'dark',
  window: { width: 390, height: 844 },
  browser: 'Example 1.0',
}

describe('a report', () => {
  test('says what its writer said, and then where they were', () => {
    expect(reportText(' The button does nothing. ', facts)).toBe(
      'The button does nothing.\n\n---\n' +
        'Page: Manage your connections, /articles/manage-your-connections.html#create-a-connection\n' +
        'PIM version: Today (today)\nWindow: 390 × 844, dark\nBrowser: Example 1.0\n' +
        'Scenario: not added\n',
    )
  })

  test('names the language and the scenario where there is one', () => {
    const text = reportText('', { ...facts, language: 'PHP', scenario: 'https://x.example/#s' })
    expect(text).toContain('Language: PHP\n')
    expect(text).toContain('Scenario: https://x.example/#s\n')
  })

  test.each([
    `Authorization: Bearer ${token}`,
    `{"client_secret": "${token.slice(0, 12)}"}`,
    `I typed password=${token.slice(0, 9)} and`,
    `https://app.example/callback?code=${token.slice(0, 20)}&state=1`,
    `my token ${token}`,
  ])('leaves the secret out of %j', (told) => {
    const text = reportText(told, facts)
    expect(text).toContain('(left out)')
    expect(text).not.toContain(token.slice(0, 9))
  })

  test('keeps what is no secret', () => {
    for (const told of [
      'See /tutorials/how-to-get-your-app-token.html#step-2-create-a-tunnel',
      'The status code: 422, and client_id 6ff52991-1144-45cf-933a-5c45ae58e71a',
      'It answers invalid_grant',
    ]) {
      expect(withoutSecretText(told)).toBe(told)
    }
  })
})

describe('the place in a report', () => {
  const isHeading = (id: string) => id === 'tea'

  test.each([
    ['/cup.html', '#tea', '/cup.html#tea'],
    ['/cup.html', '#access_token=abc', '/cup.html'],
    ['/playground.html', '#/connect/app-store?code=abc', '/playground.html#/connect/app-store'],
    ['/playground.html', '#scenario=1.abc', '/playground.html'],
  ])('of %s%s is %s', (pathname, hash, place) => {
    expect(placeOf({ pathname, hash }, isHeading)).toBe(place)
  })
})

describe('the address of a report', () => {
  test('is a mail, or a form that takes a title and a body', () => {
    expect(reportAddress('mailto:docs@example.org', 'Tea & cups', 'a b')).toBe(
      'mailto:docs@example.org?subject=Problem%3A%20Tea%20%26%20cups&body=a%20b',
    )
    expect(reportAddress('https://x.example/new?labels=docs', 'Tea', 'a')).toBe(
      'https://x.example/new?labels=docs&title=Problem%3A%20Tea&body=a',
    )
  })

  test('is none for a report that is too long', () => {
    expect(reportAddress('mailto:docs@example.org', 'Tea', 'a'.repeat(7000))).toBeUndefined()
  })
})
