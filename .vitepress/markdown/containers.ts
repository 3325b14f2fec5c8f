import container from 'markdown-it-container'
import type { MarkdownRenderer } from 'vitepress'

type RenderRule = NonNullable<MarkdownRenderer['renderer']['rules'][string]>

/** The boxes an author can open with `::: name`, and the title a reader sees on each. */
export const boxTitles = {
  info: 'Info',
  warning: 'Warning',
  tips: 'Tips',
  danger: 'Danger',
  success: 'Success',
  ee: 'Enterprise Edition',
}

// The package's types describe the CommonJS build of markdown-it, the renderer is the other one.
const register = container as unknown as (
  markdown: MarkdownRenderer,
  name: string,
  options: { validate(parameters: string): boolean; render: RenderRule },
) => void

/**
 * The boxes. Has to run before VitePress registers its own containers, because `info`, `warning` and
 * `danger` are names of both and the first one registered wins.
 */
export function containers(markdown: MarkdownRenderer): void {
  for (const [name, title] of Object.entries(boxTitles)) {
    register(markdown, `box_${name}`, {
      // Only the beginning of the name counts and nobody titles a box: old pages rely on both.
      validate: (parameters) => parameters.trim().startsWith(name),
      render: (tokens, index) =>
        tokens[index]?.nesting === 1
          ? `<div class="alert alert-${name}" role="note"><p class="alert-title">${title}</p>\n`
          : '</div>\n',
    })
  }
}
