import type { useEra } from '../../../playground/ui/era.ts'

/** A period of the PIM's words. */
export type ReaderEra = ReturnType<typeof useEra>['era']['value']

/** The wordings that a reader can choose, newest first: as the address names them, and as readers know them. */
export const eraChoices: readonly { value: ReaderEra; label: string }[] = [
  { value: 'today', label: 'Today' },
  { value: 'test-apps-2022', label: '2022 – PIM 6 and 7' },
  { value: 'connections-2020', label: '2020 – PIM 4 and 5' },
  { value: 'apps-2019', label: '2019 draft' },
]

/** What a wording is called in the choice of the reader. */
export function eraLabel(era: ReaderEra): string {
  return eraChoices.find(({ value }) => value === era)?.label ?? era
}
