import { headerOf, type HttpRequest } from './exchange.ts'

/** The request as a command for a POSIX shell. The address is that of the playground's PIM or app. */
export function toCurl({ method, url, headers, body }: HttpRequest): string {
  const parts = [
    'curl',
    // curl takes brackets and braces in an address as a pattern of many addresses.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(method === 'HEAD' ? ['--head'] : needsMethod(method, body) ? ['--request', method] : []),
    quote(url),
  ]
  const lines = [parts.join(' ')]
  for (const [name, value] of Object.entries(headers)) {
    // Without a value curl would leave the header out.
    lines.push(`--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`)
  }
  if (body !== '' && headerOf({ headers }, 'content-type') === undefined) {
    // Without one curl would say that the body is a form.
    lines.push(`--header 'content-type:'`)
  }
  if (body !== '') lines.push(`--data-raw ${quote(body)}`)
  return lines.join(' \\\n  ')
}

// curl sends GET by itself, and POST when there is data.
function needsMethod(method: string, body: string): boolean {
  return method !== (body === '' ? 'GET' : 'POST')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
