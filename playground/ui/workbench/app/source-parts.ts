/** A part of a source: the lines between `#region name` and `#endregion name`. */
export interface SourcePart {
  /** Where its first line starts and its last line ends, in characters. */
  readonly from: number
  readonly to: number
  /** The number of its first line, counted from 1. */
  readonly firstLine: number
}

/** The names of the parts of a source, in order. */
export function partNames(source: string): string[] {
  return [...source.matchAll(/#region (\w+)/g)].flatMap(([, name]) =>
    name !== undefined && readPart(source, name) ? [name] : [],
  )
}

/** Finds a part by its markers, or gives undefined when one of them is missing or nothing stands between them. */
export function readPart(source: string, name: string): SourcePart | undefined {
  const lines = source.split('\n')
  const start = lines.findIndex((line) => markerOf(line) === `#region ${name}`)
  const end = lines.findIndex((line) => markerOf(line) === `#endregion ${name}`)
  if (start === -1 || end <= start + 1) return undefined
  const from = lengthOf(lines.slice(0, start + 1))
  return { from, to: from + lengthOf(lines.slice(start + 1, end)) - 1, firstLine: start + 2 }
}

/** The name of the part that a line stands in, or undefined. */
export function partOfLine(source: string, line: number): string | undefined {
  return partNames(source).find((name) => {
    const part = readPart(source, name)
    if (!part) return false
    const length = source.slice(part.from, part.to).split('\n').length
    return line >= part.firstLine && line < part.firstLine + length
  })
}

function markerOf(line: string): string {
  return line.trim().replace(/^(\/\/|#(?= ))\s*/, '')
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0)
}
