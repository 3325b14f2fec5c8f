import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { builtSite } from './build-site.ts'

let folder: string
beforeAll(async () => {
  folder = await builtSite()
})

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

describe('the Markdown twins', () => {
  test('are there for every page with prose, with its title and without any HTML of the theme', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .filter((path) => read(path).includes('class="prose"'))
    expect(pages.length).toBeGreaterThan(30)
    for (const page of pages) {
      const twin = read(page.replace(/\.html$/, '.md'))
      expect(twin, page).toMatch(/^# \S/m)
      expect(twin, page).not.toMatch(/<(div|span|button|svg)\b|Permalink|data-v-/)
    }
  })

  test('hold the code of every language', () => {
    const twin = read('tutorials/how-to-get-your-app-token.md')
    for (const label of ['PHP', 'NodeJS', 'Python', 'Java']) expect(twin).toContain(`**${label}**`)
    expect(twin).toContain('function activate(): void')
  })

  test('are listed in llms.txt, each under its section and with its summary', () => {
    const lines = read('llms.txt').split('\n')
    const links = lines.flatMap((line) => /^- \[.+\]\((.+?)\)/.exec(line)?.[1] ?? [])
    expect(links.length).toBeGreaterThan(30)
    for (const link of links) expect(existsSync(join(folder, link)), link).toBe(true)
    expect(lines).toContain('## Apps')
  })

  test('stand one after the other in llms-full.txt', () => {
    const all = read('llms-full.txt')
    expect(all).toContain('<!-- /articles/manage-your-connections.html -->')
    expect(all).not.toContain('<!-- /contributing/')
    expect(all.length).toBeGreaterThan(100_000)
  })
})
