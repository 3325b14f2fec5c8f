/** What is measured: `run` does it once and is told which time it is. */
export interface Subject {
  readonly name: string
  run(time: number): Promise<unknown>
}

/** How long one run of a subject takes, in microseconds: one number a round. */
export interface Measured {
  readonly name: string
  readonly rounds: readonly number[]
}

export interface Turns {
  readonly rounds: number
  /** How often a subject runs in a round. Many short rounds bear more than few long ones: most are not interrupted. */
  readonly times: number
  /** How many rounds only warm up: until the compiler has optimized what runs often. */
  readonly warmUp: number
}

/** Measures subjects in turns, round by round, so that whatever else the machine does meets all of them alike. */
export async function measureInTurns(
  subjects: readonly Subject[],
  { rounds, times, warmUp }: Turns,
): Promise<Measured[]> {
  const measured = subjects.map(({ name }) => ({ name, rounds: [] as number[] }))
  let time = 0
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [index, subject] of subjects.entries()) {
      const started = performance.now()
      for (let count = 0; count < times; count += 1) await subject.run((time += 1))
      const each = ((performance.now() - started) * 1000) / times
      if (round >= 0) measured[index]?.rounds.push(each)
    }
  }
  return measured
}

/** How many times as long `other` takes as `one`, round by round. */
export function ratios(one: readonly number[], other: readonly number[]): number[] {
  return other.map((value, round) => value / (one[round] ?? Number.NaN))
}

/** The value at a share of the sorted numbers: 0.5 is the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
}

/** Numbers as a median with the spread from the first to the ninth tenth. */
export function summarize(numbers: readonly number[], digits = 1): string {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) =>
    quantile(numbers, share).toFixed(digits),
  )
  return `${middle} (${low} to ${high})`
}

/** Prints rows under a title, columns aligned. */
export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  console.log(`\n${title}`)
  for (const row of rows) {
    console.log(
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    )
  }
}
