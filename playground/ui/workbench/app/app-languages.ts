import type { EditorLanguage } from './editor/languages.ts'

export interface AppLanguage {
  readonly id: EditorLanguage
  readonly label: string
  readonly fileName: string
  /** The same app in this language; the one that runs here is the workbench's own. */
  readonly load?: () => Promise<{ readonly default: string }>
}

/** The app in each language it is written in. The page can run the first one. */
export const appLanguages: readonly AppLanguage[] = [
  { id: 'nodejs', label: 'NodeJS', fileName: 'app.mjs' },
  {
    id: 'php',
    label: 'PHP',
    fileName: 'app.php',
    load: () => import('../../../../snippets/get-your-app-token/php/app.php?raw'),
  },
  {
    id: 'python',
    label: 'Python',
    fileName: 'app.py',
    load: () => import('../../../../snippets/get-your-app-token/python/app.py?raw'),
  },
  {
    id: 'java',
    label: 'Java',
    fileName: 'App.java',
    load: () => import('../../../../snippets/get-your-app-token/java/App.java?raw'),
  },
]
