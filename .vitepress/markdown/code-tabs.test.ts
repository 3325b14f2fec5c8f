import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { readCodeTab } from './code-tabs.ts'
import { renderHtml, type RenderOptions } from './render-page.ts'

async function tabSets(source: string, options?: RenderOptions) {
  const root = parse(await renderHtml(source, options), { blockTextElements: {} })
  return root.querySelectorAll('.code-tabs').map((set) => ({
    group: set.getAttribute('data-group'),
    labels: set.querySelectorAll('[role=tab]').map((tab) => tab.text),
    codes: set.querySelectorAll('[role=tabpanel] code').map((code) => code.text.trim()),
  }))
}

const php = '```php [brew:PHP]\necho 1;\n```'
const node = '```js [brew:NodeJS]\nlog(1)\n```'

describe('code tabs', () => {
  test('adjacent blocks of one group become one set with the roles of tabs', async () => {
    expect(await renderHtml(`${php}\n${node}`)).toMatchInlineSnapshot(`
      "<div class="code-tabs" data-group="brew"><div role="tablist" class="code-tabs-list" aria-label="Variants of this code"><button v-pre type="button" role="tab" id="code-tabs-1-tab-1" aria-controls="code-tabs-1-panel-1" aria-selected="true" tabindex="0">PHP</button><button v-pre type="button" role="tab" id="code-tabs-1-tab-2" aria-controls="code-tabs-1-panel-2" aria-selected="false" tabindex="-1">NodeJS</button></div>
      <div role="tabpanel" id="code-tabs-1-panel-1" aria-labelledby="code-tabs-1-tab-1" tabindex="0" data-label="PHP">
      <div class="language-php"><button title="Copy code" data-copied="Copied" class="copy"></button><span class="lang">php</span><pre><code>echo 1;
      </code></pre>
      </div></div>
      <div role="tabpanel" id="code-tabs-1-panel-2" aria-labelledby="code-tabs-1-tab-2" tabindex="0" data-label="NodeJS" hidden>
      <div class="language-js"><button title="Copy code" data-copied="Copied" class="copy"></button><span class="lang">js</span><pre><code>log(1)
      </code></pre>
      </div></div>
      </div>
      "
    `)
  })

  test('blank lines between are fine, text between starts a new set', async () => {
    expect(await tabSets(`${php}\n\n\n${node}`)).toMatchObject([{ labels: ['PHP', 'NodeJS'] }])
    expect(await tabSets(`${php}\n\nTea\n\n${node}`)).toMatchObject([
      { labels: ['PHP'] },
      { labels: ['NodeJS'] },
    ])
  })

  test('another group starts a new set', async () => {
    expect(await tabSets(`${php}\n${node.replace('brew', 'pour')}`)).toMatchObject([
      { group: 'brew', labels: ['PHP'] },
      { group: 'pour', labels: ['NodeJS'] },
    ])
  })

  test('stands in a list and in a box', async () => {
    const inList = `1. Tea\n\n${`${php}\n${node}`.replace(/^/gm, '   ')}`
    expect(await tabSets(inList)).toMatchObject([{ labels: ['PHP', 'NodeJS'] }])
    expect(await tabSets(`::: info\n${php}\n${node}\n:::`)).toMatchObject([
      { labels: ['PHP', 'NodeJS'] },
    ])
  })

  test.each([
    ['php [brew:PHP]', { group: 'brew', label: 'PHP' }],
    ['json[snippet:Event]', { group: 'snippet', label: 'Event' }],
    ['js [snippet: Query 2]', { group: 'snippet', label: 'Query 2' }],
    ['bash [snippet]', { group: 'snippet', label: 'bash' }],
    ['bash [snippet:]', { group: 'snippet', label: 'bash' }],
  ])('reads %s', (info, tab) => {
    expect(readCodeTab(info)).toEqual(tab)
  })

  test.each(['php', 'php {1,3}', 'js [app.js]', 'js [snippet:Node.js]', 'js []', ''])(
    'finds no tab in "%s"',
    (info) => {
      expect(readCodeTab(info)).toBeUndefined()
    },
  )

  test('a block without a bracket stays a block', async () => {
    expect(await renderHtml('```php\necho 1;\n```')).not.toContain('code-tabs')
  })

  test("VitePress's own groups get the same markup, with any label", async () => {
    const source = '::: code-group\n```sh [npm ci]\nnpm\n```\n```sh [brew:yarn]\nyarn\n```\n:::'
    expect(await tabSets(source)).toEqual([
      { group: undefined, labels: ['npm ci', 'yarn'], codes: ['npm', 'yarn'] },
    ])
    expect(await renderHtml(source)).not.toContain('vp-code-group')
  })

  test('escapes labels', async () => {
    const html = await renderHtml('::: code-group\n```sh [<b>&"]\nx\n```\n:::')
    expect(html).toContain('>&lt;b&gt;&amp;&quot;</button>')
  })

  test('two sets of a page have ids of their own', async () => {
    const root = parse(await renderHtml(`${php}\n\nTea\n\n${php}`))
    const ids = root.querySelectorAll('[id]').map((element) => element.id)
    expect(new Set(ids).size).toBe(4)
  })
})

describe('code by region', () => {
  const files = {
    'snippets/brew/app.php': '<?php\n  // #region pour\n\n  pour();\n  // #endregion pour\n',
    'snippets/brew/app.mjs': '// #region pour\nawait pour()\n// #endregion pour\n',
  }

  test('consecutive lines of one group become tabs of the regions, dedented', async () => {
    const source =
      '<<< @/../snippets/brew/app.php#pour{php} [brew:PHP]\n' +
      '<<< @/../snippets/brew/app.mjs#pour{js} [brew:NodeJS]'
    expect(await tabSets(source, { files })).toEqual([
      { group: 'brew', labels: ['PHP', 'NodeJS'], codes: ['pour();', 'await pour()'] },
    ])
    expect(await renderHtml(source, { files })).toContain('<code>pour();\n</code>')
  })

  test('a file without a label makes no tab of its name', async () => {
    const source = '<<< @/../snippets/brew/Teafile'
    const withTeafile = { files: { 'snippets/brew/Teafile': 'tea\n' } }
    expect(await tabSets(source, withTeafile)).toEqual([])
  })

  test('fails on a missing region with page and line', async () => {
    const source = '---\nid: x\n---\n\n<<< @/../snippets/brew/app.php#none{php}'
    await expect(renderHtml(source, { files })).rejects.toThrow(
      /page\.md:5:1 snippet Name code that exists: region "none" not found in .*app\.php$/,
    )
  })

  test('fails on a missing file with page and line', async () => {
    await expect(renderHtml('Tea\n\n<<< @/../snippets/none.php')).rejects.toThrow(
      /page\.md:3:1 snippet Name code that exists: not found: .*none\.php$/,
    )
  })

  test('leaves out blank lines around any code', async () => {
    expect(await renderHtml('```js\n\n  \n  a\n\n```')).toContain('<code>  a\n</code>')
  })
})

test('braces in code are text, whatever they name', async () => {
  const html = await renderHtml(
    '---\ntea: 1\n---\n`{{ $frontmatter.tea }}` {{ $frontmatter.tea }} `cup`',
  )
  expect(html).toContain('<p><code v-pre="">{{ $frontmatter.tea }}</code> 1 <code>cup</code></p>')
})
