import type { InjectionKey } from 'vue'

/** Whether the PIM's pages may be taken away; whoever has unsaved changes is asked first. */
export type MayLeave = () => Promise<boolean>

/** How the page around the workbench learns whom to ask before another page of the site takes its place. */
export const leavingKey: InjectionKey<(mayLeave: MayLeave | undefined) => void> = Symbol('leaving')
