import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtSite } from './build-site.ts'
import { readBuiltPages, type BuiltPage } from './built-pages.ts'

let folder: string
let pages: BuiltPage[]

beforeAll(async () => {
  folder = await builtSite()
  pages = readBuiltPages(folder).filter(
    ({ link, root }) => link !== '/404.html' && !root.querySelector('meta[http-equiv="refresh"]'),
  )
})

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/** The texts between the tags of that name in an XML file. */
function texts(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, 'g'))].map(
    ([, text = '']) => text,
  )
}

describe('for programs that walk through the site', () => {
  test('the map lists every page once, absolutely, and nothing else', () => {
    const addresses = texts(read('sitemap.xml'), 'loc').map((address) => new URL(address))
    expect(new Set(addresses.map(({ origin }) => origin)).size).toBe(1)
    const paths = addresses.map(({ pathname }) => pathname)
    expect(paths.toSorted()).toEqual(pages.map(({ link }) => link).toSorted())
    expect(read('robots.txt')).toContain(`Sitemap: ${addresses[0]?.origin}/sitemap.xml`)
  })

  test('the feed tells of changes, each with its day, its page and an id of its own', () => {
    const feed = read('changes.xml')
    const links = texts(feed, 'link').map((link) => new URL(link).pathname)
    const known = new Set(pages.map(({ link }) => link))
    expect(links.length).toBeGreaterThan(4)
    expect(links.filter((link) => !known.has(link))).toEqual([])
    const ids = texts(feed, 'guid')
    expect(new Set(ids).size).toBe(ids.length)
    const days = texts(feed, 'pubDate').map((day) => Date.parse(day))
    expect(days.filter((day) => Number.isNaN(day))).toEqual([])
    expect(days).toEqual(days.toSorted((one, other) => other - one))
    expect(days).toHaveLength(ids.length)
  })

  test('the page of changes says the same as the feed', () => {
    const page = parse(read('changes.html')).querySelector('.change-list')?.text ?? ''
    const told = texts(read('changes.xml'), 'description').slice(1)
    expect(told.filter((text) => !page.includes(unescaped(text)))).toEqual([])
  })
})

describe('for networks that show a page', () => {
  test('each page says its title, its summary and where its picture is', () => {
    const missing = pages.flatMap(({ link, root }) => {
      const said = Object.fromEntries(
        root
          .querySelectorAll('meta[property], meta[name]')
          .map((meta) => [
            meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
            meta.getAttribute('content') ?? '',
          ]),
      )
      const image = said['og:image'] ?? ''
      const isFine =
        said['og:title'] !== '' &&
        new URL(said['og:url'] ?? '').pathname === link &&
        (link.startsWith('/contributing/') || (said['og:description'] ?? '').length > 20) &&
        said['twitter:card'] === 'summary_large_image' &&
        isCard(new URL(image).pathname)
      return isFine ? [] : [link]
    })
    expect(missing).toEqual([])
  })

  /** Whether a file is a PNG of the size that networks ask for, and light enough for them. */
  function isCard(path: string): boolean {
    const file = readFileSync(join(folder, path))
    const isPng = file.subarray(1, 4).toString() === 'PNG'
    return (
      isPng &&
      file.readUInt32BE(16) === 1200 &&
      file.readUInt32BE(20) === 630 &&
      file.length < 100_000
    )
  }
})

test('every article can be edited, and tells where its source is', () => {
  const articles = pages.filter(({ root }) => root.querySelector('.page-footer'))
  expect(articles.length).toBeGreaterThan(30)
  const wrong = articles.filter(({ link, root }) => {
    const source = `docs${link.replace(/\/$/, '/index').replace(/(\.html)?$/, '.md')}`
    const edit = root.querySelector('.page-footer .edit')?.getAttribute('href') ?? ''
    return !edit.endsWith(source) || root.querySelector('.page-footer code')?.text !== source
  })
  expect(wrong.map(({ link }) => link)).toEqual([])
})

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
