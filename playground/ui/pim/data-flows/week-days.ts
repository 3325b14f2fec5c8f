/** How a chart of days names them: the last one is today, the others a weekday and the day of the month. */
export function dayLabels(days: readonly string[]): string[] {
  return days.map((day, index) => (index === days.length - 1 ? 'Today' : weekday(day)))
}

/** How a table names a day: in full. */
export function fullDay(day: string): string {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long' })
}

function weekday(day: string): string {
  return `${format(day, { weekday: 'short' })}\n${format(day, { day: 'numeric' })}`
}

/** The PIM counts by days, not by moments: the reader's time zone must not move them. */
function format(day: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return date.toLocaleDateString('en-US', { ...options, timeZone: 'UTC' })
}
