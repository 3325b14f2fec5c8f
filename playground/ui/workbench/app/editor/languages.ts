import type { Extension } from '@codemirror/state'

export type EditorLanguage = 'nodejs' | 'php' | 'python' | 'java'

/** The grammar of a language, loaded when it is first needed. */
export async function loadLanguage(language: EditorLanguage): Promise<Extension> {
  if (language === 'php') return (await import('@codemirror/lang-php')).php()
  if (language === 'python') return (await import('@codemirror/lang-python')).python()
  if (language === 'java') return (await import('@codemirror/lang-java')).java()
  return (await import('@codemirror/lang-javascript')).javascript()
}
