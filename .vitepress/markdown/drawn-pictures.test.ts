import { describe, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { renderPage } from './render-page.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const address = '/img/apps/create-a-custom-app-button.png'

async function render(source: string) {
  return renderPage(source, { collect: true, root })
}

describe('a picture that was drawn', () => {
  test('is shown in the wording of today, with those of other wordings at hand', async () => {
    const { html } = await render(`![The App Store](${address} "All apps")`)
    const { today, older, ...rest } = attributes(html)
    expect(html.startsWith('<DrawnPicture ')).toBe(true)
    expect(rest).toEqual({ alt: 'The App Store', caption: 'All apps' })
    expect(today).toMatchObject({ file: '/img/apps/create-a-custom-app-button', width: 960 })
    expect(older).toMatchObject({
      'test-apps-2022': { file: '/img/apps/create-a-test-app-button' },
    })
  })

  test('stays in one wording when it is named by the name that it has there', async () => {
    const { html } = await render(`![Old](/img/apps/create-a-test-app-button.png)`)
    expect(attributes(html)).toMatchObject({
      today: { file: '/img/apps/create-a-test-app-button' },
    })
    expect(html).not.toContain('older')
  })

  test('is found under the addresses that older pages use', async () => {
    for (const source of [
      '../../img/apps/create-a-custom-app-button.png',
      'create-a-custom-app-button.png',
    ]) {
      expect((await render(`![Store](${source})`)).html, source).toContain('<DrawnPicture ')
    }
  })

  test('stands in its line where a line goes on', async () => {
    const { html } = await render(`See ![Store](${address}) here.`)
    expect(html).toMatch(/^<p>See <DrawnPicture .* inline \/> here\.<\/p>/)
  })

  test('lights controls in each wording by the label of today', async () => {
    const { html, problems } = await render(`![Store](${address}){lit="Create an App" tip="Here"}`)
    expect(problems).toEqual([])
    const { today, older, tip } = attributes(html)
    expect(tip).toBe('Here')
    expect(today.boxes).toHaveLength(1)
    const [wider] = older['test-apps-2022']?.boxes ?? []
    expect(wider?.[2]).toBeGreaterThan(today.boxes?.[0]?.[2] ?? Infinity)
    const { html: ringed } = await render(`![Store](${address}){marked="App Store; Data flows"}`)
    expect(ringed).toMatch(/ marked /)
  })

  test('whose page lights what is not there is an error at its place', async () => {
    const { problems } = await render(`Text.\n\n![Store](${address}){lit="Boil the kettle"}`)
    const [first] = problems
    expect(problems).toHaveLength(1)
    expect(first).toMatchObject({ rule: 'missing-callout', level: 'error', line: 3 })
    expect(first?.message).toContain('"Boil the kettle" is none of PIM navigation; ')
    expect(first?.message).toContain('Create an App; ')
  })
})

interface Shown {
  file: string
  width: number
  boxes?: number[][]
}

interface Attributes {
  alt?: string
  caption?: string
  tip?: string
  today: Shown
  older: Record<string, Shown>
}

/** The attributes of the component; those that begin with a colon are JSON. */
function attributes(html: string): Attributes {
  const found = [...html.matchAll(/ (:?)([a-z]+)="([^"]*)"/g)].map(([, colon, name, value]) => {
    const text = (value ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    return [name, colon ? JSON.parse(text) : text]
  })
  return Object.fromEntries(found) as Attributes
}
