import type { MarkdownRenderer } from 'vitepress'
import { eras, type Era } from '../../playground/pim/index.ts'
import { readDrawn, type DrawnPicture } from '../pictures/drawn.ts'
import { calloutNames, findCallouts, type CalloutBox } from './callouts.ts'
import { object, type DialectEnvironment } from './environment.ts'

/** One wording of a picture, as the page gets it. */
export interface ShownPicture {
  /** The address without `.webp` or `-dark.webp`. */
  file: string
  width: number
  height: number
  boxes?: CalloutBox[]
}

type Token = ReturnType<MarkdownRenderer['parse']>[number]

/**
 * `![What it shows](/img/apps/x.png "Caption"){lit="Create an App" tip="Here"}`: a picture that was drawn from a
 * scenario, in the reader's theme and wording, with everything but the named controls dimmed. `marked` puts a ring
 * around controls and dims nothing. Comes after the rule that finds the files of pictures.
 */
export function drawnPictures(markdown: MarkdownRenderer): void {
  const { escapeHtml } = markdown.utils
  markdown.core.ruler.push('drawn_pictures', (state) => {
    const drawn = readDrawn()
    state.tokens.forEach((block, index) => {
      for (const token of block.children ?? []) {
        if (token.type !== 'image') continue
        const stem = /^\/img\/(.+)\.(?:png|webp)$/.exec(token.attrGet('src') ?? '')?.[1]
        const picture = stem === undefined ? undefined : drawn.get(stem)
        if (stem === undefined || !picture) continue
        token.type = 'drawn_picture'
        const line = block.map?.[0] ?? 0
        const shown = show(token, picture, stem, { environment: state.env as Environment, line })
        const isAlone = block.children?.every((child) => child === token || isBlank(child)) ?? false
        token.meta = { ...shown, isAlone }
        const [before, after] = [state.tokens[index - 1], state.tokens[index + 1]]
        if (isAlone && before?.type === 'paragraph_open' && after) {
          before.hidden = true
          after.hidden = true
        }
      }
    })
  })
  markdown.renderer.rules['drawn_picture'] = (tokens, index, options, environment, self) => {
    const token = tokens[index]
    if (!token) return ''
    const { today, older, isAlone, isMarked } = token.meta as Meta
    const alt = self.renderInlineAsText(token.children ?? [], options, environment)
    const attributes = [
      `alt="${escapeHtml(alt)}"`,
      bound('today', today),
      ...(Object.keys(older).length > 0 ? [bound('older', older)] : []),
      ...text('caption', token.attrGet('title')),
      ...text('tip', token.attrGet('tip')),
      ...(isMarked ? ['marked'] : []),
      ...(isAlone ? [] : ['inline']),
    ]
    return `<DrawnPicture ${attributes.join(' ')} />`
  }

  function bound(name: string, value: unknown): string {
    return `:${name}="${escapeHtml(JSON.stringify(value))}"`
  }

  function text(name: string, value: string | null): string[] {
    return value === null ? [] : [`${name}="${escapeHtml(value)}"`]
  }
}

type Environment = DialectEnvironment

interface Meta {
  today: ShownPicture
  older: Partial<Record<Era, ShownPicture>>
  isMarked: boolean
  isAlone: boolean
}

/** The picture in each wording; one that is named by the name of a single wording stays in it. */
function show(
  token: Token,
  picture: DrawnPicture,
  stem: string,
  { environment, line }: { environment: Environment; line: number },
): Omit<Meta, 'isAlone'> {
  const names = token.attrGet('lit') ?? token.attrGet('marked')
  const file = stem.slice(stem.lastIndexOf('/') + 1)
  let isReported = false
  const own = eras.findLast((era) => picture.eras[era] === file) ?? 'today'
  const today = shownIn(own)
  const older: Partial<Record<Era, ShownPicture>> = {}
  for (const era of own === 'today' ? eras : []) {
    if (picture.eras[era] !== picture.eras.today) older[era] = shownIn(era)
  }
  return { today, older, isMarked: token.attrGet('lit') === null && names !== null }

  function shownIn(era: Era): ShownPicture {
    const variant = picture.variants[picture.eras[era]]
    if (!variant) throw new TypeError(`${picture.name} was not drawn for ${era}`)
    const { width, height } = variant
    const shown = { file: `/img/${picture.folder}/${picture.eras[era]}`, width, height }
    if (names === null) return shown
    const found = findCallouts(names, variant, era)
    if ('boxes' in found) return { ...shown, boxes: found.boxes }
    // What is missing today is missing in every wording.
    if (isReported) return shown
    isReported = true
    object(environment, {
      rule: 'missing-callout',
      message:
        `Name a control that the picture shows${era === 'today' ? '' : ` in ${era}`}: ` +
        `"${found.missing}" is none of ${calloutNames(variant).join('; ')}`,
      bodyLine: line,
      near: found.missing,
    })
    return shown
  }
}

function isBlank(token: Token): boolean {
  return token.type === 'softbreak' || (token.type === 'text' && token.content.trim() === '')
}
