/** A numbered version of the PIM; days are written as `2023-03-08`. */
export interface PimVersion {
  version: string
  released: string
  supportedUntil: string
  /** The wording of its screens; none where it has no connections. */
  era?: string
}

/** Whether a version is supported on a day, and what to say of it. The last day belongs to the support. */
export function supportOn(
  { supportedUntil }: PimVersion,
  now: Date,
): { isSupported: boolean; text: string } {
  const today = now.toISOString().slice(0, 10)
  if (today <= supportedUntil) return { isSupported: true, text: 'supported' }
  const ago = spanBetween(supportedUntil, today)
  return { isSupported: false, text: `not supported for ${ago}` }
}

/** How old a version is on a day, in years and months. */
export function ageOn({ released }: PimVersion, now: Date): string {
  return `${spanBetween(released, now.toISOString().slice(0, 10))} old`
}

/** The time between two days in the two largest units that people use: `1 year and 3 months`, `5 days`. */
function spanBetween(from: string, to: string): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  let months = (end.year - start.year) * 12 + end.month - start.month
  if (end.day < start.day) months -= 1
  if (months < 1) {
    return counted(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000), 'day')
  }
  const years = Math.floor(months / 12)
  const rest = months % 12
  return [
    ...(years > 0 ? [counted(years, 'year')] : []),
    ...(rest > 0 ? [counted(rest, 'month')] : []),
  ].join(' and ')
}

function partsOf(day: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date }
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
