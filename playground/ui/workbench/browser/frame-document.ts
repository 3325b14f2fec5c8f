interface FrameDocument {
  readonly body: string
  readonly contentType: string
  readonly url: string
  readonly nonce: string
}

/** What a page in the frame asks its tab to do. */
export interface FrameNavigation {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly body: string
  readonly isNewTab: boolean
}

// Runs inside the frame: links and forms ask the playground's browser, which is the only one to know the way.
const frameScript = `
const tell = (navigation) => parent.postMessage({ type: 'frame-navigation', ...navigation }, '*')
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]')
  if (!link) return
  event.preventDefault()
  const hash = link.getAttribute('href')
  if (hash.startsWith('#')) return document.getElementById(hash.slice(1))?.scrollIntoView()
  tell({ url: link.href, method: 'GET', body: '', isNewTab: link.target === '_blank' })
})
addEventListener('submit', (event) => {
  event.preventDefault()
  const form = event.target
  const fields = new URLSearchParams([...new FormData(form, event.submitter)].map(([name, value]) => [name, String(value)]))
  const url = new URL(form.getAttribute('action') || document.baseURI, document.baseURI)
  const isPost = form.method === 'post'
  if (!isPost) url.search = String(fields)
  tell({ url: url.href, method: isPost ? 'POST' : 'GET', body: isPost ? String(fields) : '', isNewTab: false })
})`

/**
 * The text for the frame's `srcdoc`. Only our script runs: the page's own scripts, and everything it would load, are
 * refused by the content security policy.
 */
export function frameDocument({ body, contentType, url, nonce }: FrameDocument): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; script-src 'nonce-${nonce}'`
  const html = contentType.includes('html')
    ? body.replace(/^\s*<!doctype[^>]*>/i, '')
    : `<title>${escapeHtml(url)}</title><pre>${escapeHtml(body)}</pre>`
  // Tags before <html> open the head by themselves, and <html> then only adds its attributes.
  return `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<base href="${escapeHtml(url)}">
<style>:where(html) { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere } :where(body) { margin: 1.5rem } :where(pre) { white-space: pre-wrap }</style>
<script nonce="${nonce}">${frameScript}</script>
${html}`
}

/** Whether a message from a frame asks to navigate. */
export function isFrameNavigation(value: unknown): value is FrameNavigation {
  if (typeof value !== 'object' || value === null) return false
  const { type, url, method, body } = value as Record<string, unknown>
  if (type !== 'frame-navigation' || typeof url !== 'string' || typeof body !== 'string')
    return false
  return (method === 'GET' || method === 'POST') && URL.canParse(url)
}

/** The title of a page, or undefined. */
export function titleOfDocument(html: string): string | undefined {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim()
  return title === '' ? undefined : title
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
