import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import contentMap from '../site/content-map.json' with { type: 'json' }
import { areSome } from './journeys.ts'
import { openSite, type Site } from './open-site.ts'

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const redirects = Object.entries(contentMap.redirects)

test('every earlier address leads to its page, and keeps its hash', async () => {
  expect(redirects.length).toBeGreaterThan(75)
  const turns = areSome ? 6 : 2
  const halves = [0, 1].map((half) => redirects.filter((_, index) => index % turns === half))
  const found = await Promise.all(
    halves.map((half) => follow(half, {}, (from) => `${from}#a-place`)),
  )
  expect(found).toEqual(
    halves.map((half) => half.map(([from, to]) => ({ from, to: `${to}#a-place` }))),
  )
})

test('an earlier address leads to its page without scripts', async () => {
  for (const [from, to] of redirects) {
    const html = await readFile(join(site.folder, fileOf(from)), 'utf8')
    expect(html, from).toContain(`<meta http-equiv="refresh" content="0; url=${to}">`)
    expect(html, from).toContain(`<a href="${to}">`)
  }
  const few = redirects.filter((_, index) => index % 16 === 0)
  const found = await follow(few, { javaScriptEnabled: false }, (from) => from)
  expect(found).toEqual(few.map(([from, to]) => ({ from, to })))
})

test('rules for hosts that read them say the same', async () => {
  const rules = await readFile(join(site.folder, '_redirects'), 'utf8')
  const lines = new Set(rules.split('\n'))
  expect(redirects.filter(([from, to]) => !lines.has(`${from} ${to} 301`))).toEqual([])
})

/** Where the addresses lead; only the pages themselves are fetched, not what they load. */
async function follow(
  some: typeof redirects,
  options: Parameters<Site['newPage']>[0],
  addressOf: (from: string) => string,
): Promise<{ from: string; to: string }[]> {
  const page: Page = await site.newPage(options)
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document' ? route.continue() : route.abort(),
  )
  const found = []
  for (const [from] of some) {
    const pages = new Set([from, `${from}/`])
    await page.goto(site.url + addressOf(from), { waitUntil: 'commit' })
    await page.waitForURL((url) => !pages.has(url.pathname), { waitUntil: 'commit' })
    const { pathname, hash } = new URL(page.url())
    found.push({ from, to: pathname + hash })
  }
  await page.context().close()
  return found
}

function fileOf(address: string): string {
  if (address.endsWith('/')) return `${address}index.html`
  return address.endsWith('.html') ? address : `${address}/index.html`
}
