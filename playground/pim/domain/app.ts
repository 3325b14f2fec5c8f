import type { Operation } from './operation.ts'
import type { CustomApp } from './state.ts'

/** Something that can be activated: an app of the App Store, or one that was declared in this PIM. */
export interface App {
  readonly id: string
  readonly name: string
  readonly secret: string
  readonly activateUrl: string
  readonly callbackUrl: string
  readonly logo: string | null
  readonly author: string | null
  readonly partner: string | null
  readonly description: string | null
  readonly url: string | null
  readonly categories: readonly string[]
  readonly certified: boolean
  readonly isCustomApp: boolean
}

/** The app with a client id, or undefined. */
export function findApp(operation: Operation, id: string): App | undefined {
  const custom = operation.customApps.get(id)
  if (custom) return fromCustomApp(operation, custom)
  return storeApps(operation).find((app) => app.id === id)
}

/** The apps of the App Store. */
export function storeApps(operation: Operation): App[] {
  return operation.marketplace.apps.map((app) => ({
    id: app.id,
    name: app.name,
    secret: app.secret,
    activateUrl: app.activate_url,
    callbackUrl: app.callback_url,
    logo: app.logo,
    author: app.author,
    partner: app.partner,
    description: app.description,
    url: app.url,
    categories: app.categories,
    certified: app.certified,
    isCustomApp: false,
  }))
}

/** An app that was declared in this PIM; its author is null when that user is gone (contract D.3). */
export function fromCustomApp(operation: Operation, app: CustomApp): App {
  const author = operation.users.get(app.author)
  return {
    id: app.clientId,
    name: app.name,
    secret: app.clientSecret,
    activateUrl: app.activateUrl,
    callbackUrl: app.callbackUrl,
    logo: null,
    author: author ? `${author.firstName} ${author.lastName}` : null,
    partner: null,
    description: null,
    url: null,
    categories: [],
    certified: false,
    isCustomApp: true,
  }
}

/** Where a browser is sent to activate or open an app: the app learns which PIM sends it (contract E.1). */
export function activationUrl(operation: Operation, app: App): string {
  return withQuery(app.activateUrl, { pim_url: operation.url })
}

/** An address with parameters glued to it. */
export function withQuery(url: string, parameters: Record<string, string>): string {
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(parameters)}`
}

/** Whether an app was connected but never got its token (contract H.1). */
export function isPending(operation: Operation, id: string): boolean {
  return (
    operation.connectedApps.has(id) && operation.accessTokens.where('clientId', id).length === 0
  )
}
