import type { MarkdownOptions } from 'vitepress'

/**
 * The id that a heading's text had on the sites this one follows, so that old links still arrive.
 *
 * Letters, digits, marks and `-_~` stay, spaces become one hyphen, everything else vanishes:
 * `OAuth 2.0` gives `oauth-20`, `What's new?` gives `whats-new`.
 */
export function legacySlug(text: string): string {
  let kept = ''
  for (const character of text.normalize('NFKC')) {
    if (/[-_~\p{L}\p{N}\p{M}]/u.test(character)) kept += character
    else if (/\p{Z}/u.test(character)) kept += ' '
  }
  return kept
    .trim()
    .replace(/[\s-]+/g, '-')
    .toLowerCase()
}

/**
 * VitePress's heading anchors with those ids: the second heading of a name ends in `-2`.
 *
 * VitePress also runs `slugify` over the hash of every link; a hash is left as the author typed it,
 * therefore the ids come from `slugifyWithState`, which the anchors prefer.
 */
export const headingIds = {
  slugify: (hash: string) => hash,
  slugifyWithState: (text: string) => legacySlug(text),
  uniqueSlugStartIndex: 2,
  getTokensText: (tokens) =>
    tokens
      .filter((token) => token.type !== 'emoji')
      .map((token) => token.content)
      .join(''),
} satisfies MarkdownOptions['anchor']
