import type { Component } from 'vue'

/** What articles embed, by the name that their authors write; each is loaded when it is called. */
export const widgets: Readonly<Record<string, () => Promise<Component>>> = {
  'connection-form': async () => (await import('./ConnectionForm.vue')).default,
  'flow-type-chooser': async () => (await import('./FlowTypeChooser.vue')).default,
}
