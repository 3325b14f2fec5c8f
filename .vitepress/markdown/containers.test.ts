import { describe, expect, test } from 'vitest'
import { boxTitles } from './containers.ts'
import { renderHtml } from './render-page.ts'

const box = (name: string, title: string, body: string) =>
  `<div class="alert alert-${name}" role="note"><p class="alert-title">${title}</p>\n${body}</div>\n`

describe('boxes', () => {
  test.each(Object.entries(boxTitles))('::: %s becomes a box titled %s', async (name, title) => {
    expect(await renderHtml(`::: ${name}\nTea *first*\n:::`)).toBe(
      box(name, title, '<p>Tea <em>first</em></p>\n'),
    )
  })

  test.each([
    ['no space before the name', ':::info\nTea\n:::'],
    ['spaces after the name', '::: info  \nTea\n:::'],
    ['a longer name that begins like it', '::: infobox\nTea\n:::'],
    ['words after the name', '::: info A title of mine\nTea\n:::'],
    ['a closing line with more colons', '::: info\nTea\n:::::'],
    ['spaces after the closing line', '::: info\nTea\n:::   '],
    ['an indented closing line', '::: info\nTea\n   :::'],
    ['more colons on both lines', '::::: info\nTea\n:::::'],
    ['no closing line', '::: info\nTea'],
  ])('opens with %s', async (_, source) => {
    expect(await renderHtml(source)).toBe(box('info', 'Info', '<p>Tea</p>\n'))
  })

  test('interrupts a paragraph', async () => {
    expect(await renderHtml('Before\n::: tips\nTea\n:::\nAfter')).toBe(
      `<p>Before</p>\n${box('tips', 'Tips', '<p>Tea</p>\n')}<p>After</p>\n`,
    )
  })

  test('holds lists and stands in a list', async () => {
    const html = await renderHtml('1. Boil\n\n   ::: warning\n   - hot\n   :::\n2. Pour')
    expect(html).toContain('<li>\n<p>Boil</p>\n<div class="alert alert-warning"')
    expect(html).toContain('<ul>\n<li>hot</li>\n</ul>\n</div>\n</li>')
    expect(html.match(/<ol>/g)).toHaveLength(1)
  })

  test('nests where the outer fence is longer, and ends at the first line where it is not', async () => {
    expect(await renderHtml(':::: info\n::: tips\nTea\n:::\nMilk\n::::')).toBe(
      box('info', 'Info', `${box('tips', 'Tips', '<p>Tea</p>\n')}<p>Milk</p>\n`),
    )
    expect(await renderHtml('::: info\n::: tips\nTea\n:::\nMilk')).toBe(
      `${box('info', 'Info', box('tips', 'Tips', '<p>Tea</p>\n'))}<p>Milk</p>\n`,
    )
  })

  test.each([
    ['two colons', ':: info\nTea\n::'],
    ['another name', '::: note-to-self\nTea\n:::'],
    ['another case', '::: Info\nTea\n:::'],
    ['an indent of a code block', '    ::: info\n    Tea\n    :::'],
    ['a fence of a code block', '```\n::: info\nTea\n:::\n```'],
  ])('does not open with %s', async (_, source) => {
    expect(await renderHtml(source)).not.toContain('class="alert')
  })

  test('a shorter closing line does not close', async () => {
    expect(await renderHtml(':::: info\nTea\n:::\nMilk\n::::\nAfter')).toBe(
      `${box('info', 'Info', '<p>Tea\n:::\nMilk</p>\n')}<p>After</p>\n`,
    )
  })

  test("VitePress's own tip and details stay as they are", async () => {
    expect(await renderHtml('::: tip\nTea\n:::')).toContain('class="tip custom-block"')
    expect(await renderHtml('::: details More\nTea\n:::')).toContain('<summary>More</summary>')
  })
})
