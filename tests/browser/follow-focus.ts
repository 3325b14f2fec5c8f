import type { CDPSession, Page } from 'playwright-core'

/** Where the focus is, as assistive technology is told. */
export interface Stop {
  readonly role: string
  readonly name: string
  readonly description: string
  /** Nothing has the focus. */
  readonly isNowhere: boolean
  /** What is wrong with this place, in words; an empty text when nothing is. */
  readonly problem: string
}

/** Gives a function that tells where the focus of a page is: from Chromium's own accessibility tree. */
export async function followFocus(page: Page): Promise<() => Promise<Stop>> {
  const session = await page.context().newCDPSession(page)

  return async () => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'document.activeElement ?? document.body',
    })
    const objectId = result.objectId ?? ''
    const { role, name, description } = await describe(session, objectId)
    const isNowhere = result.className === 'HTMLBodyElement'
    if (isNowhere) return { role: 'nothing', name, description, isNowhere, problem: '' }
    const { result: found } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: String(findProblem),
      returnByValue: true,
    })
    return { role, name, description, isNowhere, problem: String(found.value) }
  }
}

async function describe(session: CDPSession, objectId: string) {
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId,
    fetchRelatives: false,
  })
  const read = (key: 'role' | 'name' | 'description') => String(nodes[0]?.[key]?.value ?? '')
  const role = read('role')
  return {
    role: role === 'PopUpButton' || role === 'ComboBoxSelect' ? 'combobox' : role,
    name: read('name').trim(),
    description: read('description'),
  }
}

/** Runs in the page, on what has the focus. */
function findProblem(this: HTMLElement): string {
  // Meanwhile a new screen may have taken the focus.
  if (document.activeElement !== this) return ''
  // A control without a face of its own shows its focus on its label, or around it.
  const label = this instanceof HTMLInputElement ? this.labels?.[0] : undefined
  const faces = [this, ...(label ? [label, ...label.children] : [])]
  const around = [this.parentElement, this.parentElement?.parentElement]
  const isMarked = [...faces, ...around].some((face) => {
    if (!face) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(face)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  })
  const shown = faces
    .find((face) => face.getBoundingClientRect().width > 1)
    ?.getBoundingClientRect()
  if (!shown) return 'is not to be seen'
  let { left, right, top, bottom } = shown
  if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    return 'is out of sight'
  // What is higher than the part in which it scrolls is looked for where that part shows it.
  for (let place = this.parentElement; place; place = place.parentElement) {
    if (place === document.body || getComputedStyle(place).overflowY === 'visible') continue
    const window = place.getBoundingClientRect()
    if (window.bottom <= top || window.top >= bottom) continue
    top = Math.max(top, window.top)
    bottom = Math.min(bottom, window.bottom)
  }
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
  const front = document.elementFromPoint(x, y)
  const isInFront = faces.some((face) => front && (face.contains(front) || front.contains(face)))
  if (!isInFront) return `is behind ${front?.className || front?.tagName}`
  const isTextCursor = this.isContentEditable
  return isMarked || isTextCursor || this.tabIndex < 0 ? '' : 'does not show that it has the focus'
}
