import type { Choice } from '../api/catalog-mapping.ts'
import type { CatalogChoices } from '../api/catalogs.ts'

/** The locales in which a value can be: of its channel, when it has one, else all that are active. */
export function localesOf(
  { channels, locales }: CatalogChoices,
  hasChannel: boolean,
  scope: string | null,
): readonly Choice[] {
  const channel = hasChannel ? channels.find(({ code }) => code === scope) : undefined
  return channel ? locales.filter(({ code }) => channel.locales.includes(code)) : locales
}
