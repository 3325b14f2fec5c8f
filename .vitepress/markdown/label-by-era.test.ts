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
    expect(await renderHtml('[[menu.connectedApps]]')).toBe('<p><code>Connected Apps</code></p>\n')
  })

  test.each([
    '`[[menu.connections]]`',
    '[[wiki]]',
    '[[1.2]]',
    '[[menu.connections](/x.html)',
    '\\[[menu.connections]]',
  ])('is not made from %s', async (source) => {
    expect(await renderHtml(source)).not.toContain('LabelByEra')
  })

  test.each(['[[menu.kitchen]]', '[[toString.name]]', '[[menu]]', '[[menu.connections.length]]'])(
    'is shown as typed when there is no %s',
    async (source) => {
      expect(await renderHtml(`Open ${source} <`)).toBe(`<p>Open ${source} &lt;</p>\n`)
    },
  )
})
