import { defineComponent, h, type Component } from 'vue'
import type { explorerPresets } from './explorer-presets.ts'
import type { Need } from './needs.ts'
import type { procedures } from './procedures.ts'

type Loader = () => Promise<Component>
type Module = Promise<{ default: Component }>

/** What articles embed, by the name that their authors write; each is loaded when it is called. */
export const widgets: Readonly<Record<string, Loader>> = {
  'activation-wizard': onPim(() => import('./ActivationWizard.vue'), {
    need: async () => (await import('./needs.ts')).customAppNeed,
  }),
  'api-explorer': apiExplorer('api-explorer'),
  'api-explorer-channel': apiExplorer('api-explorer-channel'),
  'api-explorer-root': apiExplorer('api-explorer-root'),
  'app-store': onPim(() => import('./AppStoreBrowser.vue')),
  'catalog-builder': onPim(() => import('./CatalogBuilder.vue'), {
    need: async () => (await import('./needs.ts')).catalogNeed,
  }),
  'catalog-builder-developer': onPim(() => import('./CatalogBuilder.vue'), {
    need: async () => (await import('./needs.ts')).catalogNeed,
    options: { forDevelopers: true },
  }),
  'challenge-lab': async () => (await import('./CodeChallengeLab.vue')).default,
  'connected-app-manager': onScreens('connected-app-manager'),
  'connection-form': onScreens('connection-form'),
  'credentials-panel': onScreens('credentials-panel'),
  'credentials-panel-app': onScreens('credentials-panel-app'),
  'custom-app-wizard': onScreens('custom-app-wizard'),
  'data-flows': onScreens('data-flows'),
  'data-flows-apps': onPim(() => import('./AppReads.vue'), {
    need: async () => (await import('./needs.ts')).trackedAppNeed,
  }),
  'error-monitor': onScreens('error-monitor'),
  'flow-type-chooser': async () => (await import('./FlowTypeChooser.vue')).default,
  'oauth-stepper': onWorkbench(() => import('./OAuthStepper.vue')),
  'role-permissions': onScreens('role-permissions'),
  'token-lab': onWorkbench(() => import('./TokenLab.vue'), {
    need: async () => (await import('./needs.ts')).connectionNeed,
  }),
}

/** A procedure on the PIM's screens alone. */
function onScreens(name: keyof typeof procedures): Loader {
  return async () => {
    const [{ default: screen }, { procedures: all }] = await Promise.all([
      import('./ScreenProcedure.vue'),
      import('./procedures.ts'),
    ])
    return withProps(screen, { procedure: all[name] })
  }
}

interface Wanted {
  /** What the PIM must have before. */
  need?: () => Promise<Need>
  options?: Readonly<Record<string, unknown>>
}

/** A component that takes the page's PIM. */
function onPim(load: () => Module, { need, options }: Wanted = {}): Loader {
  return async () => {
    const [{ default: frame }, { default: widget }, wanted] = await Promise.all([
      import('./WithPim.vue'),
      load(),
      need?.(),
    ])
    return withProps(frame, { widget, need: wanted, options })
  }
}

/** A component that stands inside of a workbench. */
function onWorkbench(load: () => Module, { need, options }: Wanted = {}): Loader {
  return async () => {
    const { default: part } = await load()
    const open = onPim(() => import('./WithWorkbench.vue'), {
      ...(need && { need }),
      options: { part, options },
    })
    return open()
  }
}

function apiExplorer(name: keyof typeof explorerPresets): Loader {
  return async () => {
    const { explorerPresets: all } = await import('./explorer-presets.ts')
    return onWorkbench(() => import('./ApiExplorer.vue'), { options: { preset: all[name] } })()
  }
}

function withProps(component: Component, props: Readonly<Record<string, unknown>>): Component {
  return defineComponent(() => () => h(component, props))
}
