import type { AddressChoices } from '../address/choices.ts'

let reading: Promise<AddressChoices> | undefined

/**
 * What the address of the first page asks for. Few addresses ask for anything, so what reads them is
 * loaded for those alone.
 */
export function addressChoices(): Promise<AddressChoices> {
  reading ??= /[?&](?:era|version|language)=/.test(location.search)
    ? import('../address/choices.ts').then((reader) => reader.readAddressChoices(location.search))
    : Promise.resolve({ unknown: [] })
  return reading
}
