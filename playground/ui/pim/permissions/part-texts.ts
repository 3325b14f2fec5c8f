import type { PermissionLevel, PermissionPart } from '../api/app-permissions.ts'

/** How the screens call the parts of the catalogue, at the start of a line and inside of a sentence. */
export const partTexts: Readonly<Record<PermissionPart, { title: string; inline: string }>> = {
  attributeGroups: { title: 'Attribute groups', inline: 'attribute groups' },
  categories: { title: 'Categories', inline: 'categories' },
  locales: { title: 'Locales', inline: 'locales' },
}

export const levelTexts: Readonly<Record<PermissionLevel, string>> = {
  own: 'Own',
  edit: 'Edit',
  view: 'View',
}

/** All parts in one sentence, as a message about permissions needs them. */
export const allPartsInline = `${partTexts.attributeGroups.inline}, ${partTexts.categories.inline} and ${partTexts.locales.inline}`
