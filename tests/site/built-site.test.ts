import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeFolder } from '../../.vitepress/site/write-folder.ts'
import { builtSite } from './build-site.ts'
import { findDeadAddresses, readBuiltPages, visibleText, type BuiltPage } from './built-pages.ts'
import contentMap from './content-map.json' with { type: 'json' }

let dist: string
let pages: BuiltPage[]

beforeAll(async () => {
  dist = await builtSite()
  pages = readBuiltPages(dist)
})

function pageAt(link: string): BuiltPage {
  const page = pages.find((built) => built.link === link)
  if (!page) throw new RangeError(`The built site has no page ${link}`)
  return page
}

/** The scripts that a built script imports at once, as addresses. */
function importsOf(script: string): string[] {
  const code = readFileSync(join(dist, script), 'utf8')
  return [...code.matchAll(/\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)].map(
    ([, address = '']) => new URL(address, `http://site${script}`).pathname,
  )
}

describe('the built site', () => {
  test('has no dead link, no dead anchor and no empty link, raw HTML included', () => {
    expect(pages.length).toBeGreaterThan(20)
    expect(findDeadAddresses(dist, pages)).toEqual([])
  })

  test('has every id only once on a page', () => {
    const twice = pages.flatMap(({ link, ids }) =>
      ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${link}#${id}`),
    )
    expect(twice).toEqual([])
  })

  test('has one h1 on every page, without Markdown left in it or in the title', () => {
    const titles = pages
      .filter(({ link, root }) => link !== '/404.html' && root.querySelector('#app') !== null)
      .map(({ link, root }) => ({
        link,
        headings: root.querySelectorAll('h1').length,
        hasMarkup: /\*\*|__/.test(
          `${root.querySelector('h1')?.text}${root.querySelector('title')?.text}`,
        ),
      }))
    expect(titles.filter(({ headings, hasMarkup }) => headings !== 1 || hasMarkup)).toEqual([])
  })

  test.each(['var_export', 'TODO', 'â€', 'Â\u00A0', 'ðŸ', '\uFFFD', 'Connecitons', 'pratices'])(
    'shows nowhere the text %j',
    (text) => {
      const showing = pages.filter((page) => visibleText(page).includes(text))
      expect(showing.map(({ link }) => link)).toEqual([])
    },
  )

  // Pages about writing pages show the syntax itself, in code.
  test.each([':::', '!!!include', '@[toc]'])('has no %j left that an author typed', (text) => {
    const showing = pages.filter((page) =>
      visibleText(page, page.link.startsWith('/contributing/')).includes(text),
    )
    expect(showing.map(({ link }) => link)).toEqual([])
  })

  test('names no flow type “Others”, which only titles a list of several', () => {
    const naming = pages.filter(({ root }) =>
      root.querySelectorAll('code, option').some(({ text }) => text.trim() === 'Others'),
    )
    expect(naming.map(({ link }) => link)).toEqual([])
  })

  test('asks at once for every script that a page begins with, imports of imports too', () => {
    const late = pages.flatMap(({ link, root }) => {
      if (link === '/404.html') return []
      const asked = root
        .querySelectorAll('script[type="module"], link[rel="modulepreload"]')
        .map((each) => each.getAttribute('src') ?? each.getAttribute('href') ?? '')
      const imported = asked.flatMap((script) => importsOf(script))
      return imported
        .filter((script) => !asked.includes(script))
        .map((script) => ({ link, script }))
    })
    expect(pages.some(({ root }) => root.querySelector('link[rel="modulepreload"]'))).toBe(true)
    expect(late).toEqual([])
  })

  test('leads at the foot of each page to the one before and the one after it in its section', () => {
    const wrong = pages.flatMap(({ link, root }) => {
      const linkOf = (selector: string) => root.querySelector(selector)?.getAttribute('href')
      const inOrder = root.querySelectorAll('.sidebar a').map((each) => each.getAttribute('href'))
      const here = inOrder.indexOf(linkOf('.sidebar a[aria-current="page"]'))
      const wanted = here === -1 ? [undefined, undefined] : [inOrder[here - 1], inOrder[here + 1]]
      const found = [linkOf('.page-footer a.previous'), linkOf('.page-footer a.next')]
      const isRight = found.every((each, index) => each === wanted[index])
      return isRight ? [] : [{ link, wanted, found }]
    })
    expect(wrong).toEqual([])
    const ends = ['previous', 'next'].map(
      (name) => pages.filter(({ root }) => root.querySelector(`.page-footer a.${name}`)).length,
    )
    for (const count of ends) expect(count).toBeGreaterThan(20)
  })

  test('has no bold run left that an author typed, outside code', () => {
    const showing = pages.filter((page) => visibleText(page, true).includes('**'))
    expect(showing.map(({ link }) => link)).toEqual([])
  })
})

describe('the five main articles', () => {
  const articles = contentMap.pages.filter(({ page }) =>
    ['R1', 'R2', 'R9', 'R10', 'R15'].includes(page),
  )

  test('are these', () => {
    expect(articles.map(({ url }) => url).sort()).toEqual([
      '/apps/create-custom-app.html',
      '/apps/overview.html',
      '/articles/manage-your-apps.html',
      '/articles/manage-your-connections.html',
      '/tutorials/how-to-get-your-app-token.html',
    ])
  })

  test.each(articles)('$url has every heading id and every alias of the map', (article) => {
    const { ids } = pageAt(article.url)
    const wanted = [...article.anchors, ...Object.keys(article.aliases)]
    expect(wanted.length).toBeGreaterThan(5)
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  test.each(articles)('$url has each alias directly before its heading', (article) => {
    const { root } = pageAt(article.url)
    const misplaced = Object.entries(article.aliases).filter(([alias, id]) => {
      let element = root.querySelector(`a[id="${alias}"]`)
      while (element?.classList.contains('anchor-alias')) element = element.nextElementSibling
      return element?.id !== id
    })
    expect(misplaced).toEqual([])
  })

  test.each(articles.filter(({ related }) => related.length > 0))(
    '$url links its related pages',
    (article) => {
      const links = new Set(
        pageAt(article.url)
          .root.querySelectorAll('.related-pages a')
          .map((link) => link.getAttribute('href')),
      )
      const wanted = article.related.map(
        (id) => contentMap.pages.find((page) => page.id === id)?.url,
      )
      expect(wanted.filter((url) => !links.has(url))).toEqual([])
    },
  )
})

describe('every page of the map', () => {
  test.each(contentMap.pages.filter(({ page }) => page !== 'S9'))(
    '$url has every heading id and every alias',
    ({ url, anchors, aliases }) => {
      const { ids } = pageAt(url)
      expect([...anchors, ...Object.keys(aliases)].filter((id) => !ids.includes(id))).toEqual([])
    },
  )

  test('is reached from every address it had, with the hash kept', () => {
    const stubs = Object.entries(contentMap.redirects).map(([address, target]) => {
      const link = /(\.html|\/)$/.test(address) ? address : `${address}/`
      const { root } = pageAt(link)
      return { address, target, script: root.querySelector('script')?.text, root }
    })
    expect(stubs.length).toBeGreaterThan(70)
    const lost = stubs.filter(
      ({ target, script, root }) =>
        script !== `location.replace("${target}" + location.hash)` ||
        root.querySelector('link[rel=canonical]')?.getAttribute('href') !== target,
    )
    expect(lost.map(({ address }) => address)).toEqual([])
  })
})

describe('the search for dead addresses', () => {
  test('finds each kind, in Markdown’s HTML and in raw HTML, and nothing else', () => {
    const site = writeFolder({
      'x.js': '',
      'a/index.html': '<p id="tea">Tea</p><pre><a id="cup"></a></pre>',
      'page.html':
        '<a href="">1</a><a href="none.html">2</a><a href="/a/#none">3</a><img src="/none.png">' +
        '<pre><a href="/also-none.html">4</a></pre>' +
        '<a href="/a/#tea">ok</a><a href="a/index.html#cup">ok</a><script src="/x.js"></script>' +
        '<a href="#/connect/apps">ok</a><a href="?q=1#tags=Tea">ok</a><a href="https://example.com/">ok</a>' +
        '<a name="old"></a><a href="#old">ok</a>',
    })
    const dead = findDeadAddresses(site, readBuiltPages(site))
    expect(dead.map(({ address, because }) => `${address} ${because}`)).toEqual([
      ' empty',
      'none.html no such file',
      '/a/#none no such anchor',
      '/none.png no such file',
      '/also-none.html no such file',
    ])
  })
})
