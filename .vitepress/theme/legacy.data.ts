import { createContentLoader } from 'vitepress'

/** A page that had other addresses before. */
interface MovedPage {
  title: string
  link: string
  earlier: string[]
}

declare const data: MovedPage[]
export { data }

export default createContentLoader('**/*.md', {
  transform: (pages): MovedPage[] =>
    pages
      .flatMap(({ frontmatter, url }) => {
        const earlier = (frontmatter['legacyUrls'] ?? []) as string[]
        if (earlier.length === 0) return []
        const title = String(frontmatter['title'] ?? url).replaceAll('**', '')
        return [{ title, link: url, earlier: earlier.toSorted() }]
      })
      .sort((one, other) => one.link.localeCompare(other.link, 'en')),
})
