/** Says for which editions of the PIM a page holds, from its front matter; nothing if it holds for all of them. */
export function editionNote(frontmatter: Record<string, unknown>): string | undefined {
  if (frontmatter['ge'] === true) return 'Enterprise and Growth Editions'
  const isEnterpriseOnly = frontmatter['ee'] === true || frontmatter['ee-only'] === true
  return isEnterpriseOnly ? 'Enterprise Edition only' : undefined
}
