import { describe, expect, test } from 'vitest'
import { renderPage } from './render-page.ts'

async function scriptsOf(source: string): Promise<string> {
  const { environment } = await renderPage(source)
  return (environment.sfcBlocks?.scripts ?? []).map(({ content }) => content).join('\n')
}

describe('components of few pages', () => {
  test('are loaded by a page that names them', async () => {
    const scripts = await scriptsOf('# Cups\n\n<PimMap />\n')
    expect(scripts).toMatch(/import PimMap from ".+\/figures\/PimMap\.vue"/)
    expect(scripts.match(/<script/g)).toHaveLength(1)
  })

  test('join the script that a page has', async () => {
    const scripts = await scriptsOf(
      '<script setup lang="ts">\nconst cup = 1\n</script>\n\n# Cups\n\n<PimMap />\n',
    )
    expect(scripts).toMatch(/import PimMap[\s\S]+const cup = 1/)
    expect(scripts.match(/<script/g)).toHaveLength(1)
  })

  test('are left out of every other page, code included', async () => {
    expect(await scriptsOf('# Cups\n\n`<PimMap />`\n\n```vue\n<PimMap />\n```\n')).toBe('')
    expect(await scriptsOf('# Cups\n\n<PimMapping />\n')).toBe('')
  })
})
