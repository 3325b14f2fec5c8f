/**
 * Stands in for the package `tldts` in the browser: its list of public suffixes weighs 100 kB, and MSW's cookie jar
 * asks it only about hosts whose responses set cookies, which the PIM's do not.
 *
 * @returns the last two labels of a host name: `example.com` for `my-pim.example.com`
 */
export function getDomain(hostname: string): string {
  return hostname.split('.').slice(-2).join('.')
}
