export interface MessagePart {
  text: string
  isStrong: boolean
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&amp;': '&',
}

/**
 * The message of a notification as text, in parts: what the PIM put into `<strong>` and what stands around it. All else
 * that looks like a tag stays text, so a name that holds one does no harm.
 */
export function messageParts(message: string): MessagePart[] {
  return message
    .split(/(<strong>.*?<\/strong>)/s)
    .filter((part) => part !== '')
    .map((part) => {
      const inside = /^<strong>(.*)<\/strong>$/s.exec(part)?.[1]
      return { text: decode(inside ?? part), isStrong: inside !== undefined }
    })
}

function decode(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|amp|#0?39);/g, (entity) => entities[entity] ?? entity)
}
