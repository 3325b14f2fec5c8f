/** One entry of the main menu. `activeMatch` is a regular expression on the page's path, by default the link itself. */
export interface NavigationLink {
  text: string
  link: string
  activeMatch?: string
}

/** A page in the sidebar. */
export interface SidebarLink {
  text: string
  link: string
}

/** Pages of one section that belong together, in reading order. */
export interface SidebarGroup {
  text: string
  items: SidebarLink[]
}

/** What the theme reads from `themeConfig`. Sidebars are keyed by the folder whose pages show them. */
export interface SiteConfig {
  nav: NavigationLink[]
  sidebar: Record<string, SidebarGroup[]>
  /** The folder that the pages are written in, as readers are told it: `docs`. */
  sources: string
  /** The address of the feed. */
  feed: string
  /** The beginning of the address at which a page's source can be edited, where there is one. */
  edit?: string | undefined
  /** The page that says how a source is edited, where the site has one. */
  editGuide?: string | undefined
  /** Where reports of problems go, where there is such a place: `mailto:…` or the address of a form. */
  problems?: string | undefined
}

/** A page that the front matter of another names under `related`. */
export interface RelatedPage {
  title: string
  link: string
}
