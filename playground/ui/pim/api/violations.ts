import { messages } from '../../../pim/index.ts'

/** What is wrong with a form: one text per field, and texts about the whole. */
export interface FormErrors {
  fields: Readonly<Record<string, readonly string[]>>
  whole: readonly string[]
}

export const noErrors: FormErrors = { fields: {}, whole: [] }

export function hasErrors({ fields, whole }: FormErrors): boolean {
  return whole.length > 0 || Object.keys(fields).length > 0
}

/**
 * Reads the violations of a refused form, whichever way the address words them: `{name, reason}` (contract B.4),
 * `{propertyPath, message}` (D.3), `{message, property_path}` (E.6) or `{field, message}` (event subscriptions). A field keeps its first violation only, and
 * what names no field of the form is about the whole.
 */
export function readFormErrors(body: unknown, known: readonly string[]): FormErrors {
  const fields: Record<string, string[]> = {}
  const whole: string[] = []
  for (const violation of listOf(body)) {
    const field = camelCase(
      firstText(violation, ['name', 'propertyPath', 'property_path', 'field']),
    )
    const text = translate(firstText(violation, ['reason', 'message']))
    if (text === '') continue
    if (!known.includes(field)) whole.push(text)
    else fields[field] ??= [text]
  }
  return { fields, whole }
}

/** The English text of a translation key; a text that is no key stays as it is. */
export function translate(key: string): string {
  const texts: Readonly<Record<string, string>> = messages
  return Object.hasOwn(texts, key) ? (texts[key] ?? key) : key
}

function listOf(body: unknown): Record<string, unknown>[] {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return []
  if (!Array.isArray(body.errors)) return []
  return body.errors.filter(
    (item): item is Record<string, unknown> => typeof item === 'object' && item !== null,
  )
}

function firstText(violation: Record<string, unknown>, names: readonly string[]): string {
  for (const name of names) {
    const value = violation[name]
    if (typeof value === 'string') return value
  }
  return ''
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
