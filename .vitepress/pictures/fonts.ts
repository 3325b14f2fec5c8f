import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const faces = [
  ['Drawn Sans', 400, '@fontsource/roboto/files/roboto-latin-400-normal.woff2'],
  ['Drawn Sans', 500, '@fontsource/roboto/files/roboto-latin-500-normal.woff2'],
  ['Drawn Sans', 700, '@fontsource/roboto/files/roboto-latin-700-normal.woff2'],
  ['Drawn Mono', 400, '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2'],
  ['Drawn Mono', 700, '@fontsource/roboto-mono/files/roboto-mono-latin-700-normal.woff2'],
] as const

const style = `
  :root, .pim {
    --font-sans: 'Drawn Sans', sans-serif !important;
    --font-serif: 'Drawn Sans', sans-serif !important;
    --font-mono: 'Drawn Mono', monospace !important;
  }
  *, *::before, *::after {
    animation: none !important;
    transition: none !important;
    caret-color: transparent !important;
    scrollbar-width: none !important;
  }`

/**
 * A script that runs before those of a page: fonts that are the same on every machine, and nothing that moves.
 *
 * The site and the screens use what the reader's system has, which no two systems agree on.
 */
export function stillnessScript(): string {
  const sources = faces.map(([family, weight, file]) => {
    const data = readFileSync(require.resolve(file)).toString('base64')
    return [family, `url(data:font/woff2;base64,${data})`, { weight: String(weight) }]
  })
  return `{
    for (const [family, source, descriptors] of ${JSON.stringify(sources)}) {
      const face = new FontFace(family, source, descriptors)
      document.fonts.add(face)
      face.load()
    }
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(${JSON.stringify(style)})
    document.adoptedStyleSheets = [sheet]
  }`
}
