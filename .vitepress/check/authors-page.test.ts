import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { widgets } from '../../playground/ui/widgets/index.ts'
import { boxTitles } from '../markdown/containers.ts'
import { pageComponentNames } from '../markdown/page-components.ts'

const page = readFileSync(
  fileURLToPath(new URL('../../docs/contributing/writing-a-page.md', import.meta.url)),
  'utf8',
)

test('the page for authors names every widget', () => {
  expect(Object.keys(widgets).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('the page for authors names every figure and every box', () => {
  expect(pageComponentNames().filter((name) => !page.includes(`<${name}`))).toEqual([])
  expect(Object.keys(boxTitles).filter((name) => !page.includes(`::: ${name}`))).toEqual([])
})
