/** The tags of tutorials: one names a use case, the others features of the PIM. */
export const useCaseTags = ['App Workflow'] as const
export const featureTags = [
  'Products',
  'Product Models',
  'Variant Products',
  'Families',
  'Attributes',
  'Categories',
  'Channel',
] as const

/** What an address chooses by `#tags=Products,Channel`. */
export interface ChosenTags {
  tags: string[]
  /** Tags that there are not. */
  unknown: string[]
}

const prefix = '#tags='
const known = new Map(
  [...useCaseTags, ...featureTags].map((tag) => [tag.toLowerCase(), tag] as const),
)

/** Reads the tags out of the hash of an address; null when it is about something else. */
export function readTagsHash(hash: string): ChosenTags | null {
  if (!hash.startsWith(prefix)) return null
  const named = decoded(hash.slice(prefix.length)).split(',')
  const chosen: ChosenTags = { tags: [], unknown: [] }
  for (const name of named.map((text) => text.trim()).filter(Boolean)) {
    const tag = known.get(name.toLowerCase())
    if (tag === undefined) chosen.unknown.push(name)
    else chosen.tags = chooseTag(tag, chosen.tags, true)
  }
  return chosen
}

/** The hash of an address that chooses these tags, empty for none. */
export function writeTagsHash(tags: readonly string[]): string {
  return tags.length === 0 ? '' : `${prefix}${tags.map((tag) => encodeURIComponent(tag)).join(',')}`
}

/** Puts a tag among the chosen ones or takes it out. A use case and features exclude each other. */
export function chooseTag(tag: string, tags: readonly string[], isOn: boolean): string[] {
  const others = tags.filter((other) => other !== tag)
  if (!isOn) return others
  return [...others.filter((other) => isUseCase(other) === isUseCase(tag)), tag]
}

function isUseCase(tag: string): boolean {
  return useCaseTags.some((one) => one === tag)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
