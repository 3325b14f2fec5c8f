export interface MessagePart {
  text: string
  isStrong: boolean
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

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
  return text.replaceAll(/&(?:#(\d{1,7})|(\w+));/g, (reference, code?: string, name?: string) => {
    const point = Number(code)
    if (code !== undefined) return point <= 0x10ffff ? String.fromCodePoint(point) : reference
    return named[name ?? ''] ?? reference
  })
}
