import { useEra } from '../../../playground/ui/era.ts'
import { shownLanguage } from '../composables/code-tabs.ts'

/**
 * The address of a place on the page that is open, with what the reader chose: whoever follows it sees
 * the same words and the same code.
 *
 * @param hash the place, as `#create-an-app`; empty for the page as a whole
 */
export async function shareAddress(hash: string): Promise<string> {
  const { languages } = await import('./choices.ts')
  const url = new URL(location.pathname, location.origin)
  const { era } = useEra()
  if (era.value !== 'today') url.searchParams.set('era', era.value)
  const shown = shownLanguage()
  const language = languages.find(({ label }) => label === shown)
  // The first one is what a page shows by itself.
  if (language && language !== languages[0]) url.searchParams.set('language', language.value)
  url.hash = hash
  return url.href
}
