import { nextTick } from 'vue'

/** After a form was refused the focus goes to the first field with an error, once that is drawn. */
export async function focusFirstInvalid(form: HTMLElement | null | undefined): Promise<void> {
  await nextTick()
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
