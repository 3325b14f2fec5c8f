/** Anchors of the page and the screens that they stand for, so that older links keep their meaning. */
const screens: Readonly<Record<string, string>> = {
  'connection-form': '/connect/connection-settings/create',
  'flow-type': '/connect/connection-settings/create',
  credentials: '/connect/connection-settings',
  roles: '/system/roles',
  'app-store': '/connect/app-store',
  'custom-app': '/connect/custom-apps/create',
  activation: '/connect/app-store',
  oauth: '/connect/app-store',
  'token-lab': '/connect/connected-apps',
  'api-explorer': '/connect/connected-apps',
  'data-flows': '/connect/data-flows',
  'catalog-builder': '/connect/connected-apps',
}

/** The PIM's screen behind an anchor, or undefined. */
export function screenOfAnchor(anchor: string): string | undefined {
  return Object.hasOwn(screens, anchor) ? screens[anchor] : undefined
}
