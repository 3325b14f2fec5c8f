import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { builtSite } from './build-site.ts'

let folder: string
beforeAll(async () => {
  folder = await builtSite()
})

test('code in tabs is in the page as text, and no script builds it again', () => {
  const assets = join(folder, 'assets')
  const first = readdirSync(assets).filter((file) => file.endsWith('.lean.js'))
  expect(first.length).toBeGreaterThan(30)
  const building = first.filter((file) => {
    const coloured = readFileSync(join(assets, file), 'utf8').split('--shiki-light').length - 1
    return coloured > 50
  })
  expect(building).toEqual([])
  const page = readFileSync(join(folder, 'tutorials/how-to-get-your-app-token.html'), 'utf8')
  expect(page.split('--shiki-light').length).toBeGreaterThan(1000)
  expect(page).toMatch(/<div role="tabpanel" id="[^"]+" aria-labelledby="[^"]+" tabindex="0"/)
})
