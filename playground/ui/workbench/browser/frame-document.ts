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
  /** Of the body; a form says it. */
  readonly contentType?: string
  readonly isNewTab: boolean
  /** Leaves no step to come back to. */
  readonly replace?: boolean
}

// Runs inside the frame: links and forms ask the playground's browser, which is the only one to know the way.
const frameScript = `
const tell = (type, what) => parent.postMessage({ type, ...what }, '*')
const absolute = (address) => URL.canParse(address, document.baseURI) && new URL(address, document.baseURI)
addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node.matches?.('a, area'))
  const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href')
  if (address === undefined || address === null) return
  event.preventDefault()
  if (address.startsWith('#')) return document.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView()
  const url = absolute(address)
  if (url) tell('frame-navigation', { url: url.href, method: 'GET', body: '', isNewTab: link.getAttribute('target') === '_blank' })
})
addEventListener('submit', async (event) => {
  const { target: form, submitter } = event
  const said = (name) => submitter?.getAttribute('form' + name) ?? form.getAttribute(name) ?? ''
  const method = said('method').toLowerCase()
  if (method === 'dialog') return
  event.preventDefault()
  const url = absolute(said('action') || document.baseURI)
  if (!url) return
  const fields = new FormData(form, submitter)
  const isNewTab = said('target') === '_blank'
  const pairs = new URLSearchParams([...fields].map(([name, value]) => [name, value.name ?? value]))
  if (method !== 'post') {
    url.search = String(pairs)
    return tell('frame-navigation', { url: url.href, method: 'GET', body: '', isNewTab })
  }
  const sent = new Response(said('enctype') === 'multipart/form-data' ? fields : pairs)
  const contentType = sent.headers.get('content-type').replace(/;charset=UTF-8$/, '')
  tell('frame-navigation', { url: url.href, method: 'POST', body: await sent.text(), contentType, isNewTab })
})
const refused = new Set()
addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  const what = effectiveDirective.startsWith('script') ? 'script' : blockedURI || 'a page inside of it'
  if (refused.has(what) || refused.size === 20) return
  refused.add(what)
  tell('frame-refusal', { what })
})`

// WHATWG MIME Sniffing, section 7.1: what begins so is HTML where no header says what it is.
const htmlBeginning =
  /^\s*(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>])/i
const textType = /^text\/|[/+](?:json|xml|javascript|x-www-form-urlencoded|yaml)$/

/**
 * The text for the frame's `srcdoc`. Only our script runs: the page's own scripts, and everything it would load, are
 * refused by the content security policy. A page that goes on by itself is told by `refreshOf`: it may not do so.
 */
export function frameDocument({ body, contentType, url, nonce }: FrameDocument): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; script-src 'nonce-${nonce}'`
  // Tags before <html> open the head by themselves, and <html> then only adds its attributes.
  return `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<base href="${escapeHtml(url)}">
<style>:where(html) { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; overflow-wrap: anywhere } :where(body) { margin: 1.5rem } :where(pre) { white-space: pre-wrap }</style>
<script nonce="${nonce}">${frameScript}</script>
${shownBody(body, contentType, url)}`
}

function shownBody(body: string, contentType: string, url: string): string {
  const type = essenceOf(contentType)
  const title = `<title>${escapeHtml(url)}</title>`
  if (isHtml(body, contentType)) {
    const page = body.replace(/^\s*<!doctype[^>]*>/i, '')
    return /<meta[\s/]/i.test(page) ? page.replaceAll(/\bhttp-equiv(?=\s*=)/gi, 'data-$&') : page
  }
  if (type === '' || textType.test(type)) return `${title}<pre>${escapeHtml(body)}</pre>`
  return `${title}<p>The answer is ${escapeHtml(type)}. The playground shows HTML and text only.</p>`
}

function isHtml(body: string, contentType: string): boolean {
  const type = essenceOf(contentType)
  return (
    /^(?:text\/html|application\/xhtml\+xml)$/.test(type) || (!type && htmlBeginning.test(body))
  )
}

function essenceOf(contentType: string): string {
  return (contentType.split(/[;,]/)[0] ?? '').trim().toLowerCase()
}

/** Where a page goes on by itself, after so many seconds; undefined for one that stays. */
export function refreshOf(
  page: Pick<FrameDocument, 'body' | 'contentType' | 'url'>,
): { seconds: number; url: string } | undefined {
  if (!isHtml(page.body, page.contentType)) return undefined
  const [tag] = /<meta[\s/][^>]*http-equiv\s*=\s*["']?refresh\b[^>]*>/i.exec(page.body) ?? []
  const content = /\scontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag ?? '')
  const said = (content?.[1] ?? content?.[2] ?? content?.[3] ?? '').replaceAll('&amp;', '&')
  const parts = /^\s*(\d+)(?:\.\d*)?\s*(?:[;,]\s*(?:url\s*=\s*)?["']?([^"']*)["']?)?/i.exec(said)
  if (!parts || !URL.canParse(parts[2] ?? '', page.url)) return undefined
  return { seconds: Number(parts[1]), url: new URL(parts[2] ?? '', page.url).href }
}

/** Whether a message from a frame asks to navigate. */
export function isFrameNavigation(value: unknown): value is FrameNavigation {
  if (typeof value !== 'object' || value === null) return false
  const { type, url, method, body, contentType } = value as Record<string, unknown>
  if (type !== 'frame-navigation' || typeof url !== 'string' || typeof body !== 'string')
    return false
  if (contentType !== undefined && typeof contentType !== 'string') return false
  return (method === 'GET' || method === 'POST') && URL.canParse(url)
}

/** What a page in the frame wanted and did not get, in words; undefined for any other message. */
export function readRefusal(value: unknown, url: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { type, what } = value as Record<string, unknown>
  if (type !== 'frame-refusal' || typeof what !== 'string') return undefined
  if (what === 'script') return `The page at ${url} has scripts: they do not run in the playground`
  return `The page at ${url} did not get ${what.slice(0, 300)}: pages in the playground load nothing, from anywhere`
}

/** The title of a page, or undefined. */
export function titleOfDocument(html: string): string | undefined {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim()
  return title === '' ? undefined : title
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}
