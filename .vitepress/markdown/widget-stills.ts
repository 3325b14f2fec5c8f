import type { MarkdownRenderer } from 'vitepress'
import exchanges from '../../playground/ui/widgets/recorded/exchanges.json' with { type: 'json' }
import { readDrawnWidgets } from '../pictures/drawn-widgets.ts'
import { widgetPictures } from '../pictures/list/widgets.ts'
import { told } from '../../playground/ui/widgets/recorded/told.ts'
import type { DialectEnvironment } from './environment.ts'
import { resolvePicture, type PictureOptions } from './pictures.ts'

interface Exchange {
  readonly title: string
  readonly request: string
  readonly response: string
}

const recorded: Readonly<Record<string, readonly Exchange[]>> = exchanges

/**
 * Gives every `<TryIt widget="…" />` what stands in the widget's place without scripts, in print and in the Markdown
 * twin: a picture of it, where one is drawn, and what it exchanges with the PIM as text.
 */
export function widgetStills(markdown: MarkdownRenderer, options: PictureOptions): void {
  const { escapeHtml } = markdown.utils

  function still(name: string, environment: DialectEnvironment): string {
    const lines = (told[name] ?? []).map((line) => `<p v-pre class="step">${escapeHtml(line)}</p>`)
    const pairs = (recorded[name] ?? []).map(
      ({ title, request, response }) =>
        `<div class="exchange"><p v-pre class="step"><b>${escapeHtml(title)}:</b></p>${code(request)}${code(response)}</div>`,
    )
    return [picture(name, environment), ...lines, ...pairs].join('')
  }

  function picture(name: string, environment: DialectEnvironment): string {
    const [light, dark] = ['', '-dark'].map((twin) => `/img/widgets/${name}${twin}.webp`) as [
      string,
      string,
    ]
    if (!resolvePicture(light, environment, options).exists) return ''
    // Bound, as Vite would look for a plain address among the files of another docs folder, and not find it.
    const hasDark = resolvePicture(dark, environment, options).exists
    const source = hasDark
      ? `<source :srcset="'${dark}'" media="screen and (prefers-color-scheme: dark)">`
      : ''
    const { width, height } = readDrawnWidgets()[name] ?? {}
    const size = width === undefined ? '' : ` width="${width}" height="${height}"`
    const alt = escapeHtml(widgetPictures.find((one) => one.name === name)?.alt ?? '')
    return `<picture>${source}<img :src="'${light}'" alt="${alt}"${size} loading="lazy"></picture>`
  }

  // A line break would end the block of HTML in which the text stands.
  function code(text: string): string {
    return `<pre v-pre class="message"><code>${escapeHtml(text).replaceAll('\n', '&#10;')}</code></pre>`
  }

  markdown.core.ruler.push('widget_stills', (state) => {
    const environment = (state.env ?? {}) as DialectEnvironment
    for (const token of state.tokens.flatMap((block) => [block, ...(block.children ?? [])])) {
      if (token.type !== 'html_block' && token.type !== 'html_inline') continue
      token.content = token.content.replace(
        pattern,
        (_whole, before: string, name: string, after: string) =>
          `<TryIt ${before}widget="${name}"${after.trimEnd()}><template #still>${still(name, environment)}</template></TryIt>`,
      )
    }
  })
}

/** A widget that its author closed at once. */
const pattern = /<TryIt\s((?:[\w-]+="[^"]*"\s+)*)widget="([\w-]+)"((?:\s+[\w-]+="[^"]*")*\s*)\/>/g
