import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { describe, expect, test } from 'vitest'
import { writeFolder } from '../../.vitepress/site/write-folder.ts'
import { areSome } from '../browser/journeys.ts'
import { commandEnvironment, commandLine, runCommand } from './build-site.ts'
import { findDeadAddresses, readBuiltPages } from './built-pages.ts'

/** A help article and a tutorial in the form authors have written for years. */
const oldPages = {
  'content/index.md': [
    '# The kitchen\n\n[Brew](articles/brew-tea.html)',
    '<NextStep to="/articles/pour-tea.html" title="Pour">Now pour.</NextStep>',
    '<TryIt widget="connection-form" />',
  ].join('\n\n'),
  'content/articles/brew-tea.md': [
    '---\nid: brew-tea\nthemes: kitchen\ntitle: Brew your **tea**\npopular: false\nee-only: true\nrelated: pour-tea\n---',
    '# Boil the water :tada:\nSee [the cup](pour-tea.html#whats-in-a-cup).',
    '<!-- A picture belongs here. -->\n![Kettle](../img/kettle.png)',
    ':::info\nHot  \nwater.\n:::  ',
    '# Choose a `Green` tea\nLook at the [guide]().',
    '!!!include(content/fragments/steps.md)!!!',
  ].join('\n\n'),
  'content/articles/pour-tea.md': [
    '---\nid: pour-tea\ntitle: Pour\n---',
    '<div class="block">\n\n## What’s in a cup? \n\n</div>',
    '```php [brew:PHP]\n\n$a->b();\n```\n```js [brew:NodeJS]\nb()\n```',
    '::: tips \n1. One<br />\n2. Two\n::::',
    '<a href="/articles/brew-tea.html#boil-the-water">Back</a>',
  ].join('\n\n'),
  'content/fragments/steps.md': '1. Fill\n1. Wait\n',
  'content/img/kettle.png': Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

describe('npm run build', () => {
  test('builds a folder of old pages outside the repository', async () => {
    const folder = writeFolder(oldPages)
    const out = join(folder, 'out')
    const { exitCode, stdout, stderr } = await runCommand(
      'build',
      '--docs',
      join(folder, 'content'),
      '--out',
      out,
    )
    expect(stderr).toContain('brew-tea.md:22:19 empty-link')
    expect(stdout).toContain(`Built 4 pages into ${out}`)
    expect(exitCode).toBe(0)

    const pages = readBuiltPages(out)
    const article = parse(readFileSync(join(out, 'articles/brew-tea.html'), 'utf8'))
    expect(article.querySelector('h1')?.innerHTML).toBe('Brew your <strong>tea</strong>')
    expect(article.querySelectorAll('.prose h2').map(({ id }) => id)).toEqual([
      'boil-the-water',
      'choose-a-green-tea',
    ])
    expect(article.querySelector('.alert-info')?.text).toContain('Hot')
    expect(article.querySelectorAll('.prose ol li').map(({ text }) => text)).toEqual([
      'Fill',
      'Wait',
    ])
    const kitchen = parse(readFileSync(join(out, 'index.html'), 'utf8'))
    expect(kitchen.querySelector('.prose .next-step a')?.text).toBe('Pour')
    expect(kitchen.querySelectorAll('.prose .widget')).toHaveLength(1)
    expect(article.querySelector('.related-pages a')?.getAttribute('href')).toBe(
      '/articles/pour-tea.html',
    )
    const tutorial = parse(readFileSync(join(out, 'articles/pour-tea.html'), 'utf8'))
    expect(tutorial.querySelectorAll('[role=tab]').map(({ text }) => text)).toEqual([
      'PHP',
      'NodeJS',
    ])
    expect(findDeadAddresses(out, pages)).toEqual([])
  })

  test('stops before it builds, with a line for each mistake', async () => {
    const folder = writeFolder({
      'docs/a.md': '---\nid: x\nrelated: nobody\n---\n\n!!!include(docs/none.md)!!!\n',
      'docs/b.md': '---\nid: x\n---\n\n[a](none.html)\n',
    })
    const docs = join(folder, 'docs')
    const out = join(folder, 'out')
    const { exitCode, stderr } = await runCommand('build', '--docs', docs, '--out', out)
    expect(exitCode).toBe(1)
    expect(stderr.split('\n').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      `${docs}/a.md:3:10 related`,
      `${docs}/a.md:6:1 include`,
      `${docs}/b.md:2:5 duplicate-id`,
      `${docs}/b.md:5:5 dead-link`,
      'Nothing is',
      '',
    ])
    expect(existsSync(out)).toBe(false)
  })

  test.skipIf(areSome)(
    'tells where a page cannot be rendered, and leaves nothing behind',
    async () => {
      const folder = writeFolder({ 'docs/a.md': '# A\n\nIt is {{ $frontmatter.tea.pot }}\n' })
      const out = join(folder, 'out')
      const { exitCode, stderr } = await runCommand(
        'build',
        '--docs',
        join(folder, 'docs'),
        '--out',
        out,
      )
      expect([exitCode, stderr]).toEqual([
        1,
        expect.stringMatching(/\/a\.md:3:7 build Mend .*'pot'\)$/m),
      ])
      expect(stderr).not.toMatch(/^ +at /m)
      expect(existsSync(out)).toBe(false)
    },
  )

  test('refuses to empty a folder that holds something else', async () => {
    const folder = writeFolder({ 'docs/a.md': '# A', 'out/precious.txt': 'tea' })
    const { exitCode, stderr } = await runCommand(
      'build',
      '--docs',
      join(folder, 'docs'),
      '--out',
      join(folder, 'out'),
    )
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('Choose an empty folder')])
    expect(readFileSync(join(folder, 'out/precious.txt'), 'utf8')).toBe('tea')
    const over = await runCommand('build', '--docs', join(folder, 'docs'), '--out', folder)
    expect([over.exitCode, over.stderr]).toEqual([1, expect.stringContaining('holds the sources')])
  })
})

describe('npm run check', () => {
  test('says how many pages are fine', async () => {
    const folder = writeFolder(oldPages)
    const docs = join(folder, 'content')
    writeFileSync(join(docs, 'articles/brew-tea.md'), '---\nid: brew-tea\n---\n## Boil the water\n')
    const { exitCode, stdout, stderr } = await runCommand('check', '--docs', docs)
    expect([exitCode, stderr, stdout]).toEqual([0, '', expect.stringContaining('4 pages are fine')])
  })

  test('lists every mistake, small ones too, and ends with 1', async () => {
    const folder = writeFolder(oldPages)
    const { exitCode, stderr } = await runCommand('check', '--docs', join(folder, 'content'))
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(
      /^\/.*\/brew-tea\.md:22:19 empty-link Say where the link "guide" leads: it is shown as text\n1 to mend in 4 pages\n$/,
    )
  })

  test('finds nothing to mend in the pages of this repository', async () => {
    const { exitCode, stderr } = await runCommand('check')
    expect([exitCode, stderr]).toEqual([0, ''])
  })
})

test('a folder without a page is nothing to check', async () => {
  const docs = join(writeFolder({ 'docs/a.txt': 'tea' }), 'docs')
  const { exitCode, stderr } = await runCommand('check', '--docs', docs)
  expect([exitCode, stderr]).toEqual([
    1,
    `Name a folder of Markdown: no file in ${docs} ends with .md\n`,
  ])
})

describe('a command called wrongly', () => {
  test.each([
    ['check', ['--doc', 'docs'], "Unknown option '--doc'\nUsage: npm run check -- [--docs DIR]\n"],
    ['build', ['docs'], /^Unexpected argument 'docs'.*\nUsage: npm run build -- /],
    ['build', ['--out'], /^Option '--out <value>' argument missing\nUsage: /],
    ['dev', ['--port', 'tea'], 'Give --port a number from 0 to 65535: found "tea"\n'],
    ['check', ['--docs', '/no/such/folder'], /there is no folder "\/no\/such\/folder"\n$/],
    ['dev', ['--docs', 'package.json'], /there is no folder ".*package\.json"\n$/],
  ])('%s %j ends with 1 and says what would be right', async (name, options, message) => {
    const { exitCode, stderr } = await runCommand(name, ...options)
    expect(exitCode).toBe(1)
    expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
  })
})

describe('npm run dev', () => {
  test('previews a folder outside the repository and follows changes of included files', async () => {
    const folder = writeFolder(oldPages)
    const docs = join(folder, 'content')
    const server = spawn(process.execPath, commandLine('dev', ['--docs', docs, '--port', '0']), {
      env: commandEnvironment(),
    })
    try {
      let output = ''
      server.stdout.on('data', (chunk) => (output += String(chunk)))
      await expect.poll(() => output, { timeout: 30_000 }).toMatch(/http:\/\/localhost:\d+/)
      const url = /http:\/\/localhost:\d+/.exec(output)?.[0]
      const article = async () => (await fetch(`${url}/articles/brew-tea.md?import`)).text()
      expect(await article()).toContain('Fill')
      expect(await (await fetch(`${url}/articles/brew-tea.html`)).text()).toContain('id="app"')
      writeFileSync(join(docs, 'fragments/steps.md'), '1. Warm the pot\n')
      await expect.poll(article, { timeout: 10_000 }).toContain('Warm the pot')
      writeFileSync(join(docs, 'articles/pour-tea.md'), '---\nid: pour-tea\n---\n[x](none.html)')
      await expect.poll(() => output, { timeout: 10_000 }).toMatch(/pour-tea\.md:4:5 dead-link/)
    } finally {
      server.kill()
      await once(server, 'exit')
    }
  })
})
