import { createContentLoader } from 'vitepress'

/** A page that its author marked `popular: true`. */
interface PopularPage {
  title: string
  link: string
  description: string
}

declare const data: PopularPage[]
export { data }

export default createContentLoader('**/*.md', {
  transform: (pages): PopularPage[] =>
    pages
      .filter((page) => page.frontmatter['popular'] === true)
      .map((page) => ({
        title: String(page.frontmatter['title'] ?? '').replaceAll('**', ''),
        link: page.url,
        description: String(page.frontmatter['description'] ?? ''),
      }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
})
