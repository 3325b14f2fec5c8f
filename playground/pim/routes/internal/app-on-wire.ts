import { activationUrl, isPending, type App } from '../../domain/app.ts'
import type { StoreItem } from '../../domain/marketplace.ts'
import type { Operation } from '../../domain/operation.ts'

/** An app as the App Store page lists it (contract D.3). */
export function appOnWire(operation: Operation, app: App) {
  return {
    id: app.id,
    name: app.name,
    logo: app.logo,
    author: app.author,
    partner: app.partner,
    description: app.description,
    url: app.url,
    categories: app.categories,
    certified: app.certified,
    activate_url: activationUrl(operation, app),
    callback_url: app.callbackUrl,
    connected: operation.connectedApps.has(app.id),
    isPending: isPending(operation, app.id),
    isCustomApp: app.isCustomApp,
  }
}

/** A connector as the App Store page lists it. */
export function extensionOnWire(item: StoreItem) {
  return {
    id: item.id,
    name: item.name,
    logo: item.logo,
    author: item.author,
    partner: item.partner,
    description: item.description,
    url: item.url,
    categories: item.categories,
    certified: item.certified,
  }
}
