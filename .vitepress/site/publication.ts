/** Where a copy of the site stands, and who is told about it. */
export interface Publication {
  /** Without a trailing slash: what a site map, a feed and a social card begin an address with. */
  address: string
  /** True when somebody named the address, so that pages may call themselves by it. */
  isNamed: boolean
  /** The beginning of the address at which a page's source can be edited. */
  edit?: string
  /** Where reports of problems go: `mailto:…` or the address of a form that takes `?body=`. */
  problems?: string
}

// A name that leads nowhere (RFC 2606): a copy that nobody published claims no place of its own.
const nowhere = 'https://connect-your-pim.example'

/**
 * Reads where the site is published from `SITE_URL`, `SITE_EDIT_URL` and `SITE_PROBLEMS_URL`. All may be
 * left out: without the last two, a page says where its source is, and a report is copied.
 *
 * @throws {RangeError} when one of them is no address of its kind
 */
export function readPublication(environment: NodeJS.ProcessEnv = process.env): Publication {
  const address = readAddress(environment, 'SITE_URL', ['https:', 'http:'])
  const edit = readAddress(environment, 'SITE_EDIT_URL', ['https:', 'http:'])
  const problems = readAddress(environment, 'SITE_PROBLEMS_URL', ['https:', 'http:', 'mailto:'])
  return {
    address: (address ?? nowhere).replace(/\/+$/, ''),
    isNamed: address !== undefined,
    ...(edit !== undefined && { edit: edit.replace(/\/*$/, '/') }),
    ...(problems !== undefined && { problems }),
  }
}

function readAddress(
  environment: NodeJS.ProcessEnv,
  name: string,
  protocols: readonly string[],
): string | undefined {
  const value = environment[name]?.trim()
  if (!value) return undefined
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value
  const kinds = protocols.map((protocol) => `${protocol}…`).join(' or ')
  throw new RangeError(`Give ${name} an address that begins with ${kinds}: found "${value}"`)
}
