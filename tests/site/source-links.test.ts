import { beforeAll, describe, expect, test } from 'vitest'
import { builtSite } from './build-site.ts'
import { readBuiltPages, type BuiltPage } from './built-pages.ts'
import contentMap from './content-map.json' with { type: 'json' }

let pages: BuiltPage[]

beforeAll(async () => {
  pages = readBuiltPages(await builtSite())
})

/** Every address that the page of a link leads to, as a browser on that page resolves it. */
function addressesOn(link: string): string[] {
  const page = pages.find((built) => built.link === link)
  if (!page) throw new RangeError(`The built site has no page ${link}`)
  const site = 'http://site'
  return page.root.querySelectorAll('a[href]').map((anchor) => {
    const url = new URL(anchor.getAttribute('href') ?? '', `${site}${link}`)
    return url.origin === site ? `${url.pathname}${url.hash}` : url.href
  })
}

const publishing = 'https://api.akeneo.com/app-portal/publish-your-app.html'

/** Where links to other sites lead that are not what they were; null is a fact that stays without its link. */
const moved: Readonly<Record<string, string | null>> = {
  'https://dashboard.ngrok.com/auth/your-authtoken':
    'https://dashboard.ngrok.com/get-started/your-authtoken',
  'https://apps-support.akeneo.com/': null,
  'https://apps.akeneo.com/extensions-approval-requirements': publishing,
  'https://apps.akeneo.com/how-submit-extension-akeneo-app-store': publishing,
  'https://apps.akeneo.com/how-write-akeneo-app-store-extension-information': `${publishing}#your-app-must-have-comprehensive-information`,
}

const urls = new Map(contentMap.pages.map(({ page, url }) => [page, url]))
const links = contentMap.links.map(({ page, href, html, target, external }, at) => ({
  number: at + 1,
  href,
  html,
  from: urls.get(page) ?? '',
  targets: external ? [href in moved ? moved[href] : href] : (target ?? '').split(' + '),
}))

describe('every link of the texts that the site follows', () => {
  test('is in the map: 45 in Markdown and 2 in HTML', () => {
    expect(links.map(({ html }) => html).filter(Boolean)).toHaveLength(2)
    expect(links).toHaveLength(47)
    expect(links.filter(({ from }) => from === '')).toEqual([])
  })

  test.each(links.filter(({ targets }) => !targets.includes(null)))(
    '$number: “$href” of $from leads to $targets',
    ({ number, from, targets }) => {
      const addresses = addressesOn(from)
      for (const target of targets) {
        // Three links to one address are three links on the new page, too.
        const same = links.filter((link) => link.from === from && link.targets.includes(target))
        const before = same.filter((link) => link.number <= number).length
        expect(
          addresses.filter((address) => address === target).length,
          target ?? '',
        ).toBeGreaterThanOrEqual(before)
      }
    },
  )

  test('is gone where its site has closed', () => {
    const closed = links.filter(({ targets }) => targets.includes(null))
    expect(closed.map(({ href }) => href)).toEqual(['https://apps-support.akeneo.com/'])
    for (const { from, href } of closed) expect(addressesOn(from)).not.toContain(href)
  })
})
