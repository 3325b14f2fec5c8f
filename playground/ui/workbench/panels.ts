import { defineAsyncComponent, type Component } from 'vue'

/**
 * A panel of the workbench beside its three panes. It is loaded when it is first opened, and takes what it needs from
 * `useWorkbench()`.
 */
export interface WorkbenchPanel {
  /** Its name in the address: small letters, digits and hyphens. */
  readonly id: string
  readonly label: string
  /** `guide` is docked at the left, one at a time; `flow` is a view of the pane `Flow`. */
  readonly place: 'guide' | 'flow'
  readonly component: Component
}

/** All panels, in the order of their buttons. */
export const panels: readonly WorkbenchPanel[] = [
  {
    id: 'missions',
    label: 'Missions',
    place: 'guide',
    component: defineAsyncComponent(() => import('./missions/MissionsPanel.vue')),
  },
  {
    id: 'scenarios',
    label: 'Scenarios',
    place: 'guide',
    component: defineAsyncComponent(() => import('./scenarios/ScenariosPanel.vue')),
  },
  {
    id: 'api',
    label: 'Call the API',
    place: 'flow',
    component: defineAsyncComponent(() => import('./explorer/ExplorerPanel.vue')),
  },
  {
    id: 'tokens',
    label: 'Token lab',
    place: 'flow',
    component: defineAsyncComponent(() => import('./tokens/TokenLabPanel.vue')),
  },
]
