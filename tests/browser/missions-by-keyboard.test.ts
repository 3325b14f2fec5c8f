import { afterAll, beforeAll, expect, test } from 'vitest'
import { areSome } from './journeys.ts'
import { keyboardPerson } from './keyboard-person.ts'
import { walks } from './mission-walks.ts'
import { readGuide } from './read-guide.ts'
import { openSite, type Site } from './open-site.ts'

// Every mission by somebody who has a keyboard and nothing else, from the first Tab of the page to the last step.

let site: Site

beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

for (const [row, width] of [1280, 390].entries()) {
  for (const [column, { title, go }] of walks.entries()) {
    test.skipIf(areSome && (row + 2 * column) % 3 !== 1)(
      `"${title}" by keyboard alone, at ${width} pixels`,
      async () => {
        const page = await site.newPage({
          viewport: { width, height: 844 },
          // What has the focus comes to sight at once, rather than smoothly.
          reducedMotion: 'reduce',
          permissions: ['clipboard-read', 'clipboard-write'],
        })
        await page.goto(`${site.url}/playground.html`)
        const guide = readGuide(page)
        await page.getByRole('button', { name: 'Missions', exact: true }).waitFor()
        const person = await keyboardPerson(page)
        await person.press('button', 'Missions')
        await person.press('button', new RegExp(`^${title}`))
        await go(person, guide)
        await guide.complete()
        expect(person.complaints()).toEqual([])
        await page.context().close()
      },
    )
  }
}
