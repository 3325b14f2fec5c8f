/** A text that a page shows as it is: what HTML would read as markup becomes a character reference. */
export function escapeHtml(text: string): string {
  return text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
