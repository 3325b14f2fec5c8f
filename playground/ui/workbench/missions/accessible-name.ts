/**
 * The name by which a control is known, as far as the controls of the workbench make use of the rules (Accessible Name
 * and Description Computation 1.2): `aria-labelledby`, `aria-label`, its label, its text, `title`.
 */
export function accessibleName(element: HTMLElement): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  const referred = ids.map((id) => visibleText(element.ownerDocument.getElementById(id)))
  const labels = 'labels' in element ? [...((element.labels ?? []) as NodeListOf<Element>)] : []
  const candidates = [
    referred.join(' '),
    element.getAttribute('aria-label') ?? '',
    labels.map(visibleText).join(' '),
    element.matches('input, select, textarea') ? '' : visibleText(element),
    element.getAttribute('title') ?? '',
  ]
  return candidates.map(tidy).find((text) => text !== '') ?? ''
}

/** The text without what is hidden from assistive technology. */
function visibleText(element: Element | null): string {
  if (!element) return ''
  const parts = [...element.childNodes].map((node) => {
    if (node instanceof Element) {
      return node.getAttribute('aria-hidden') === 'true' ? '' : visibleText(node)
    }
    return node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''
  })
  return parts.join('')
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
