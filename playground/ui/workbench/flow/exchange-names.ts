import type { Exchange } from '../../../flow/exchange.ts'

/**
 * The name of an exchange in an address: its title, and a number from the second of that title on. It is the same in
 * every run of the same flow, and holds nothing that was sent.
 */
export function nameOf(exchanges: readonly Exchange[], id: string): string {
  const index = exchanges.findIndex((exchange) => exchange.id === id)
  const title = exchanges[index]?.title
  if (title === undefined) return ''
  const before = exchanges.slice(0, index).filter((exchange) => exchange.title === title).length
  const slug = slugOf(title)
  return before === 0 ? slug : `${slug}-${before + 1}`
}

/** The exchange of that name, or undefined as long as there is none. */
export function findExchange(exchanges: readonly Exchange[], name: string): Exchange | undefined {
  if (name === '') return undefined
  return exchanges.find(({ id }) => nameOf(exchanges, id) === name)
}

function slugOf(title: string): string {
  const slug = title.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')
  return slug.replace(/^-|-$/g, '').slice(0, 70)
}
