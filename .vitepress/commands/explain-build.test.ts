import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPageIndex } from '../site/pages.ts'
import { readDocsFolder } from '../site/docs-folder.ts'
import { writeFolder } from '../site/write-folder.ts'
import { explainBuild } from './explain-build.ts'

const folder = writeFolder({
  'docs/tea.md': '# Tea\n\n{{ 1 }}',
  'docs/hot/tea.md': '---\nid: tea\n---\n# Tea\n\nIt is {{ $frontmatter.pot.size }}',
})
const docs = readDocsFolder(join(folder, 'docs'))
const pages = createPageIndex(docs).pages()

test('what fails while a page is rendered is told with the place of the braces', () => {
  const error = new TypeError("Cannot read properties of undefined (reading 'size')")
  error.stack = `${error.message}\n    at _sfc_ssrRender (file:///x/.vitepress/cache/build-1/hot_tea.md.js:6:160)\n    at renderComponent (/x/app.js:1:1)`
  expect(explainBuild(error, pages)).toBe(
    `${docs.directory}/hot/tea.md:6:7 build Mend what Vue cannot render: ${error.message}`,
  )
})

test('what fails while a page is bundled is told with the page', () => {
  const error = new Error(
    `Build failed with 1 error:\n\n[plugin vite:vue] ${docs.directory}/tea.md:3:1\nSyntaxError: Unexpected token`,
  )
  expect(explainBuild(error, pages)).toBe(
    `${docs.directory}/tea.md:3:1 build Mend what Vue cannot render: SyntaxError: Unexpected token`,
  )
})

test('what has nothing to do with a page is not explained', () => {
  expect(explainBuild(new Error('no space left on device'), pages)).toBeUndefined()
  expect(explainBuild('tea', pages)).toBeUndefined()
})
