import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { areas, readFidelityList, type FidelityLine } from './fidelity-list.ts'

export const pagePath = fileURLToPath(
  new URL('../../../docs/contributing/fidelity.md', import.meta.url),
)

const opening = `---
id: fidelity
title: Where the mock differs
description: Every known difference between this PIM and the real one, and every choice that was made where sources about the real one contradict each other.
audience: author
---

<!-- Written by tests/pim/fidelity/fidelity-page.ts from fidelity.yaml. Edit that list, then run: npx tsx tests/pim/fidelity/fidelity-page.ts -->

The mocked PIM answers as the real one does, to the last error. Where it cannot, or where the sources about the real one do not agree or say nothing, this page says so. **When you find a difference, add a line to \`docs/contributing/fidelity.yaml\` in the same commit in which you keep it.** When you close one, take its line out.

## Which source decides

The PIM's own source decides over its documentation, a test in that source decides over what the code seems to say, and a later version decides over an earlier one. What only the documentation tells of is taken from there. Where two behaviours are both in use, the scenario has a setting for it.
`

const tables = [
  {
    kind: 'conflict',
    id: 'conflicts',
    heading: 'Contradictions, and what was chosen',
    columns: ['Subject', 'The sources say', 'The mock does'],
  },
  {
    kind: 'difference',
    id: 'differences',
    heading: 'Known differences',
    columns: ['Subject', 'The real PIM', 'The mock'],
  },
  {
    kind: 'gap',
    id: 'gaps',
    heading: 'What no source tells',
    columns: ['Subject', 'The mock does'],
  },
] as const

/** The page that tells of every line: a table for each kind and each area that has lines. */
export function fidelityPage(lines: readonly FidelityLine[]): string {
  const parts = tables.map(({ kind, id, heading, columns }) => {
    const chosen = lines.filter((line) => line.kind === kind)
    const texts = areas.map((area) => areaText(area, id, columns, chosen))
    return `\n## ${heading} {#${id}}\n${texts.join('')}`
  })
  return opening + parts.join('')
}

function areaText(
  [letter, name]: (typeof areas)[number],
  id: string,
  columns: readonly string[],
  lines: readonly FidelityLine[],
): string {
  const chosen = lines.filter(({ section }) => section.startsWith(letter))
  if (chosen.length === 0) return ''
  const anchor = `${id}-${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
  const rows = [
    columns,
    columns.map(() => '---'),
    ...chosen.map(({ subject, real, mock }) =>
      real === undefined ? [subject, mock] : [subject, real, mock],
    ),
  ]
  return `\n### ${name} {#${anchor}}\n\n${rows.map(rowText).join('\n')}\n`
}

function rowText(cells: readonly string[]): string {
  return `| ${cells
    .map((cell) =>
      cell
        .trim()
        .replaceAll(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    )
    .join(' | ')} |`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(pagePath, fidelityPage(await readFidelityList()))
  console.log(`Wrote ${pagePath}`)
}
