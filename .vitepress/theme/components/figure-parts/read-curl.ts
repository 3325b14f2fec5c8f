import type { HttpRequest } from '../../../../playground/flow/exchange.ts'

/** The request that a command of the API reference makes; nothing for a text that is no such command. */
export function readCurl(command: string): HttpRequest | undefined {
  const [, method = 'GET', url] = /^\s*curl(?: --request (\w+))? '([^']+)'/.exec(command) ?? []
  if (url === undefined) return undefined
  const headers = [...command.matchAll(/--header '([^':]+): ([^']*)'/g)].map(
    ([, name = '', value = '']) => [name, value],
  )
  // The shell's way to say a single quote within single quotes.
  const body = /--data-binary '((?:[^']|'\\'')*)'/.exec(command)?.[1] ?? ''
  return {
    method,
    url,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: body.replaceAll(`'\\''`, "'"),
  }
}
