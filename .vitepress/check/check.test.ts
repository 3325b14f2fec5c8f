import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeDocs } from '../site/write-folder.ts'
import { createChecker, type CheckResult } from './index.ts'

/** Names that stand for nine names each, five times over. */
const aliasesOfAliases = [...'abcdef']
  .map((name, at) => {
    const inside = at === 0 ? 'x' : `*${'abcdef'[at - 1]}`
    return `${name}: &${name} [${Array(9).fill(inside).join(', ')}]\n`
  })
  .join('')

async function check(files: Record<string, string>): Promise<CheckResult> {
  return (await createChecker(writeDocs(files))).check()
}

async function lines(files: Record<string, string>): Promise<string[]> {
  const { problems } = await check(files)
  return problems.map(
    ({ file, line, column, rule, level }) =>
      `${file.split('/docs/')[1]}:${line}:${column} ${rule} ${level}`,
  )
}

describe('a folder without mistakes', () => {
  let result: CheckResult

  beforeAll(async () => {
    result = await check({
      'index.md': '---\nlayout: home\n---\n',
      'cup.md':
        '---\nid: cup\ntitle: Cup\nrelated: tea\naliases:\n  old-size: size\nlegacyUrls: [/old.html]\n---\n## Size\n',
      'deep/tea.md': [
        '---\nid: tea\n---\n# Tea',
        '[a](../cup.html) [b](/cup.html#size) [c](/cup.html#old-size) [d](../cup.md) [e](/cup)',
        '[f](#tea) [g](/) [h](https://example.com/#x) [i](mailto:a@example.com) [j](/leaf.svg)',
        '[k](/cup.html#/connect/app-store) [l](/cup.html#tags=Hot%20Tea) [m](/old.html) [n](tea.html?x=1#mine)',
        '<a href="/cup.html#cup" id="mine">o</a> <NextStep to="/cup.html">p</NextStep>',
        '![Leaf](/leaf.svg)',
      ].join('\n\n'),
      'public/leaf.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '_fragments/broken.md': '[dead](none.html)',
    })
  })

  test('has no problems, and fragments are no pages', () => {
    expect(result).toEqual({ pageCount: 3, problems: [] })
  })
})

describe('each rule', () => {
  test.each([
    ['dead-link', 'See [a](none.html)', '1:9', 'error'],
    ['dead-link', 'Tea\n\n<a href="/none.html">a</a>', '3:10', 'error'],
    ['dead-link', '<NextStep to="/none.html">a</NextStep>', '1:15', 'error'],
    ['dead-link', '[a](/none/)', '1:5', 'error'],
    ['dead-link', '[a](/_fragments/x.html)', '1:5', 'error'],
    ['dead-anchor', 'Tea\nand [a](#none)', '2:9', 'error'],
    ['dead-anchor', '## Tea\n\n[a](page.html#Tea)', '3:5', 'error'],
    ['dead-anchor', '[a](#%E0%A4%A)', '1:1', 'error'],
    ['empty-link', 'Read the [guide]()', '1:16', 'warning'],
    ['missing-picture', 'Tea\n\n![a](none.png)', '3:6', 'warning'],
    ['missing-picture', '<img src="/none.png">', '1:11', 'warning'],
    ['unknown-container', '::: hint\nTea\n:::', '1:1', 'warning'],
    ['unknown-container', 'Tea\n\n:::', '3:1', 'warning'],
    ['tab-label', 'Tea\n```js [a:Node.js]\n1\n```', '2:7', 'warning'],
    ['unknown-label', 'Tea\nin the [[menu.kitchen]]', '2:8', 'warning'],
    ['unmarked-label', 'Click [[Save]] or `Save`', '1:20', 'warning'],
    ['unmarked-label', '[[Save]]\n\n1. Click `Brew it`.', '3:11', 'warning'],
    ['unmarked-label', 'See [[Save]], `Tea` › `Pots`', '1:16', 'warning'],
    ['walk', 'Tea\n\n<!-- walk: EE, tea-party -->', '3:1', 'warning'],
    ['walk', 'Tea. <!-- walk: EE -->', '1:6', 'warning'],
    ['include', 'Tea !!!include(none.md)!!!', '1:5', 'error'],
    ['snippet', '\n<<< @/none.js', '2:1', 'error'],
    ['snippet', '<<< @/page.md#none', '1:1', 'error'],
    ['alias', '---\naliases:\n  a: none\n---\n', '3:3', 'error'],
    ['related', '---\nrelated: page, none\n---\n', '2:10', 'error'],
    ['front-matter', '---\npopular: 1\n---\n', '2:1', 'error'],
    ['front-matter', '---\na: b: c\n---\n', '2:4', 'error'],
    ['heading-id', '## A {#x}\n\n## B {#x}', '1:1', 'error'],
    ['include', '!!!include(/etc/passwd)!!!', '1:1', 'error'],
    ['include', 'Tea !!!include(../../../../../etc/hostname)!!!', '1:5', 'error'],
    ['snippet', 'Tea\n\n<<< @/../../../../../../etc/passwd', '3:1', 'error'],
    ['front-matter', '---\nid: x\n# Tea', '2:1', 'error'],
    ['front-matter', '---\nid: !!js/function "x"\n---\n', '2:5', 'error'],
    ['front-matter', `---\n${aliasesOfAliases}---\n`, '2:1', 'error'],
    ['component', 'Tea\n\n{{ a.b }} <Cup :size="1+" />', '3:23', 'error'],
    ['component', 'Tea\n\nhot {{ a.b.c }}', '3:5', 'error'],
    ['component', 'Tea\n\n<p v-if="brew()">hot</p>', '3:4', 'error'],
    ['component', '<Teapot />\n\nTea', '1:1', 'error'],
    ['component', 'Tea\n\nArray<Cup> hot', '3:6', 'error'],
    ['component', 'Tea\n\n<NextStep>Pour</NextStep>', '3:1', 'error'],
    ['component', 'Tea\n\n<TryIt widget="teapot" />', '3:1', 'error'],
    ['component', 'Tea <TryIt screen="/kitchen" />', '1:5', 'error'],
    ['component', '<script setup>\nimport tea from "./tea.js"\n</script>', '2:18', 'error'],
    ['component', '<script setup>\nconst = 1\n</script>', '2:1', 'error'],
    ['component', 'Tea\n\n<style>\n.tea { color: red\n</style>', '4:1', 'error'],
    ['unclosed-block', 'Tea\n\n::: info\nhot', '3:1', 'warning'],
    ['unclosed-block', 'Tea\n```js\nhot', '2:1', 'warning'],
    ['file', 'Caf\u00C3\u00A9', '1:4', 'error'],
    ['file', 'Tea\nhot \uFFFD', '2:5', 'error'],
    ['file', 'Tea\0hot', '1:1', 'error'],
  ])('%s finds %j', async (rule, source, place, level) => {
    const found = await lines({ 'page.md': source })
    expect(found).toContain(`page.md:${place} ${rule} ${level}`)
  })

  test.each([
    ['1. Click `Brew it`.', 'a page without labels means anything by its code'],
    ['[[Save]], such as `Tea` or `Coffee Pot`', 'a value is said to be one'],
    [
      '::: info\n> x\n:::\n\n> ::: tips\n> x\n> :::\n\n- ```js\n  1\n  ```',
      'all blocks are closed',
    ],
    ['[[Save]]\n\n1. Run `make tea` and send `{"a": 1}`.', 'code looks like no label'],
    ['<!-- walk: app-connected, EE, as noor, today, with-tea, tab Tea, /x -->', 'all are known'],
    [
      [
        '---\ntea: 1\n---\n<script setup>\nimport { ref } from "vue"\nconst cups = ref([1])\n</script>',
        '{{ $frontmatter.tea }} <i v-for="cup in cups" :key="cup">{{ cup }}</i> `{{ a.b }}`',
        '<try-it screen="/connect/app-store?tea=1" /> <ClientOnly><PimMap /></ClientOnly>',
      ].join('\n\n'),
      'all components and names are known',
    ],
    ['Simpli teh whitelist\n\n1. Brew.\n2. Tea is ready.', 'the folder has no word list'],
  ])('finds nothing in %j: %s', async (source) => {
    expect(await lines({ 'page.md': source })).toEqual([])
  })

  test('spelling, wording and step-verb read the prose of a folder with a word list', async () => {
    const found = await lines({
      '_words.txt': 'teapotty # a remark\n',
      'page.md': [
        '---\ntitle: Brew a coup\ndescription: Recieve tea.\n---',
        'The colour of teh tea is teapotty, `recieve` https://recieve.example.com a.recieve.b',
        'Simply put it on the whitelist.\nFormerly tea, formerly cups.',
        '1. Brew tea.\n2. Click [[Saev]].\n3. You wait.',
      ].join('\n\n'),
      'description.md': '1. The user brews.\n2. The cup fills.\n3. The tea cools.',
    })
    expect(found).toEqual([
      'page.md:3:14 spelling warning',
      'page.md:6:15 spelling warning',
      'page.md:8:1 wording warning',
      'page.md:8:22 wording warning',
      'page.md:9:15 wording warning',
      'page.md:13:4 step-verb warning',
    ])
  })

  test('duplicate-id names the page that has it', async () => {
    const { problems } = await check({ 'a.md': '---\nid: x\n---\n', 'b.md': '---\nid: x\n---\n' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ rule: 'duplicate-id', line: 2, column: 5 })
    expect(problems[0]?.file).toMatch(/b\.md$/)
    expect(problems[0]?.message).toMatch(/"x" is the id of .*a\.md$/)
  })

  test('legacy-url finds an address that a page has, and one given twice', async () => {
    const found = await lines({
      'a.md': '---\nlegacyUrls: [/old.html]\n---\n',
      'b.md': '---\nlegacyUrls:\n  - /a.html\n  - /old.html\n  - /free.html\n---\n',
    })
    expect(found).toEqual(['b.md:3:5 legacy-url error', 'b.md:4:5 legacy-url error'])
  })

  test('a mistake in a fragment is placed in the fragment', async () => {
    const found = await lines({
      'page.md': 'Tea\n\n!!!include(docs/_fragments/f.md)!!!\n',
      '_fragments/f.md': 'x\n\n[a](none.html)\n',
    })
    expect(found).toEqual(['_fragments/f.md:3:5 dead-link error'])
  })

  test('all mistakes of a page are found at once, in the order of its lines', async () => {
    const found = await lines({
      'page.md': '---\nrelated: x\n---\n[a]()\n\n!!!include(x)!!!\n\n<<< @/x.js\n\n[b](x.html)\n',
    })
    expect(found.map((line) => line.split(' ')[1])).toEqual([
      'related',
      'empty-link',
      'include',
      'snippet',
      'dead-link',
    ])
  })
})

test('a folder, a link to nothing and a circle of links are no pages that stop the check', async () => {
  const docs = writeDocs({ 'page.md': '# Tea', 'folder.md/inner.md': '# Cup' })
  symlinkSync('.', join(docs.directory, 'circle'))
  symlinkSync('none.md', join(docs.directory, 'nothing.md'))
  const { pageCount, problems } = await (await createChecker(docs)).check()
  expect(pageCount).toBe(3)
  expect(problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    'file Make this file readable, or remove it: ENOENT',
  ])
})

test('a page has a file name that makes an address and a script of its own', async () => {
  const files = { '[tea].md': '# A', 'A_b.md': '# B', 'a/b.md': '# C', '5% tea.md': '# D' }
  expect((await lines(files)).toSorted()).toEqual(
    ['5% tea.md', '[tea].md', 'a/b.md'].map((name) => `${name}:1:1 file error`),
  )
})

test('one checker sees what changed since', async () => {
  const docs = writeDocs({ 'page.md': '[a](b.html)' })
  const checker = await createChecker(docs)
  expect((await checker.check()).problems).toHaveLength(1)
  writeFileSync(join(docs.directory, 'b.md'), '# B')
  expect((await checker.check()).problems).toHaveLength(0)
})
