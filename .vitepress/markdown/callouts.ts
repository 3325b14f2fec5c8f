import type { Era } from '../../playground/pim/index.ts'
import type { DrawnVariant } from '../pictures/drawn.ts'
import { labels } from '../pictures/target.ts'

/** Left, top, width and height in the picture's own pixels. */
export type CalloutBox = readonly [x: number, y: number, width: number, height: number]

/**
 * Where the controls stand that an author wants lit, in one wording of a picture.
 *
 * @param names as typed in `lit`: labels of today, or `button Connect` where two controls have the same; with `;`
 *   between them
 * @returns a box per name, or the first name that the picture does not show
 */
export function findCallouts(
  names: string,
  { controls }: DrawnVariant,
  era: Era,
): { boxes: CalloutBox[] } | { missing: string } {
  const boxes: CalloutBox[] = []
  for (const name of names.split(';').map((part) => part.trim())) {
    const box = findControl(name, controls) ?? findControl(inEra(name, era), controls)
    if (box === undefined) return { missing: name }
    const [x = 0, y = 0, width = 0, height = 0] = box.split(' ').map(Number)
    boxes.push([x, y, width, height])
  }
  return { boxes }
}

/** The names of all controls of a picture, as an author may type them. */
export function calloutNames({ controls }: DrawnVariant): string[] {
  const ids = Object.keys(controls)
  return ids.map((id) => {
    const name = nameOf(id)
    return ids.filter((other) => nameOf(other) === name).length > 1 ? id : name
  })
}

function findControl(name: string, controls: DrawnVariant['controls']): string | undefined {
  const wanted = name.toLowerCase()
  const named = Object.keys(controls).filter((id) => nameOf(id).toLowerCase() === wanted)
  const exact = Object.keys(controls).find((id) => id.toLowerCase() === wanted)
  const id = exact ?? (named.length === 1 ? named[0] : undefined)
  return id === undefined ? undefined : controls[id]
}

/** `button Connect` → `Connect` */
function nameOf(id: string): string {
  return id.slice(id.indexOf(' ') + 1)
}

/** What a label is called in another wording, also after a role: `button Create an App` → `button Create a test App`. */
function inEra(name: string, era: Era): string {
  const role = name.slice(0, name.indexOf(' ') + 1)
  const path = pathOf(name)
  if (path !== undefined) return labels(era).get(path) ?? name
  const pathAfterRole = pathOf(name.slice(role.length))
  return pathAfterRole === undefined ? name : role + (labels(era).get(pathAfterRole) ?? name)
}

function pathOf(label: string): string | undefined {
  const wanted = label.toLowerCase()
  return [...labels('today')].find(([, text]) => text.toLowerCase() === wanted)?.[0]
}
