declare module '@joplin/turndown-plugin-gfm' {
  import type TurndownService from 'turndown'

  /** Tables, task lists and struck-through text of GitHub's Markdown. */
  export const gfm: TurndownService.Plugin
}
