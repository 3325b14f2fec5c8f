import { describe, expect, test } from 'vitest'
import { renderHtml } from './render-page.ts'

describe('a label by era', () => {
  test('gives the theme what each wording says, where they differ', async () => {
    expect(await renderHtml('Open [[menu.connections]].')).toBe(
      '<p>Open <LabelByEra today="Connection settings" ' +
        ':older="{&quot;apps-2019&quot;:&quot;Apps&quot;,&quot;connections-2020&quot;:&quot;Connections&quot;}" />.</p>\n',
    )
  })

  test('is plain code where all wordings say the same', async () => {
    expect(await renderHtml('[[menu.connectedApps]]')).toBe(
      '<p><code class="label">Connected Apps</code></p>\n',
    )
  })

  test('is plain code where it is typed as it stands on the screen', async () => {
    expect(await renderHtml('[[Save]] [[Change your image, drag and drop or click here.]]')).toBe(
      '<p><code class="label">Save</code> ' +
        '<code class="label">Change your image, drag and drop or click here.</code></p>\n',
    )
  })

  test('keeps the wording of one version where it names one', async () => {
    expect(
      await renderHtml(
        '[[menu.connections@apps-2019]] [[customApps.badge@test-apps-2022]] [[Now@today]]',
      ),
    ).toBe(
      '<p><code class="label">Apps</code> <code class="label">Developer mode</code> ' +
        '<code class="label">Now</code></p>\n',
    )
  })

  test.each([
    '`[[menu.connections]]`',
    '[[1.2]]',
    '[[1]](/x.html)',
    '[[wiki]](/x.html)',
    '[[wiki][1]',
    '[[]]',
    '[[two\nlines]]',
    '[[menu.connections](/x.html)',
    '\\[[menu.connections]]',
  ])('is not made from %s', async (source) => {
    expect(await renderHtml(source)).not.toMatch(/LabelByEra|class="label"/)
  })

  test.each([
    '[[menu.kitchen]]',
    '[[toString.name]]',
    '[[menu.connections.length]]',
    '[[customApps.badge]]',
    '[[menu.kitchen@today]]',
  ])('is shown as typed when there is no %s', async (source) => {
    expect(await renderHtml(`Open ${source} <`)).toBe(`<p>Open ${source} &lt;</p>\n`)
  })
})
