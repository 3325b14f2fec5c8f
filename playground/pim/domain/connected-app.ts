import { connectAcls } from '../contract/acls.ts'
import { activationUrl, findApp } from './app.ts'
import { isGranted, requireAcl, requireOneAcl, roleOf, type Caller } from './caller.ts'
import { disconnectApp } from './disconnect.ts'
import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import { aclsOf } from './scope.ts'
import type { ConnectedApp } from './state.ts'
import { quote } from './text.ts'

const alphabet = new Intl.Collator('en')

/** The connected apps by name, whether its letters are small or not. */
export function listConnectedApps(operation: Operation): ConnectedApp[] {
  return [...operation.connectedApps.values()].sort((one, other) =>
    alphabet.compare(one.name, other.name),
  )
}

/** The connected app that a connection belongs to. Throws `not-found`. */
export function findConnectedApp(operation: Operation, connectionCode: string): ConnectedApp {
  const [app] = operation.connectedApps.where('connectionCode', connectionCode)
  const because = app
    ? `The connection ${quote(connectionCode)} belongs to the app ${quote(app.name)}`
    : `No connected app has the connection ${quote(connectionCode)}`
  if (operation.check('connected-app.known', app !== undefined, because) && app) return app
  const message = `Connected app with connection code ${connectionCode} does not exist.`
  throw new PimError('not-found', message)
}

/** The connected app with a client id, for a browser that an app sends here (contract F.4). Throws `not-found`. */
export function findConnectedAppById(operation: Operation, clientId: string): ConnectedApp {
  const app = operation.connectedApps.get(clientId)
  const because = app
    ? `The client id is that of the connected app ${quote(app.name)}`
    : `No connected app has the client id ${quote(clientId)}`
  if (operation.check('connected-app.known', app !== undefined, because) && app) return app
  throw new PimError('not-found', 'Not Found')
}

/** The connected app that a catalog belongs to (contract F.4). Throws `not-found`. */
export function findOwner(operation: Operation, catalogId: string): ConnectedApp {
  const catalog = operation.catalogs.get(catalogId)
  const [app] = catalog ? operation.connectedApps.where('username', catalog.owner) : []
  const because = app
    ? `The catalog ${quote(catalogId)} belongs to the app ${quote(app.name)}`
    : `No connected app has a catalog ${quote(catalogId)}`
  if (operation.check('catalog.known', app !== undefined, because) && app) return app
  throw new PimError('not-found', 'Not Found')
}

/** A connected app for somebody who may manage apps. Throws `not-found` and `forbidden`. */
export function manageConnectedApp(
  operation: Operation,
  caller: Caller,
  connectionCode: string,
): ConnectedApp {
  const app = findConnectedApp(operation, connectionCode)
  requireAcl(operation, caller, connectAcls.manageApps)
  return app
}

/** Replaces the granted scopes, and the rights of the app's role with them. */
export function grantScopes(
  operation: Operation,
  app: ConnectedApp,
  scopes: readonly string[],
): void {
  const isSame = app.scopes.join(' ') === scopes.join(' ')
  const because = isSame
    ? `Granted stays ${describe(scopes)}`
    : `Granted was ${describe(app.scopes)} and is now ${describe(scopes)}`
  operation.check('scopes.replaced', true, because)
  if (isSame) return
  operation.connectedApps.put(app.id, { ...app, scopes })
  operation.roles.put(app.roleId, { ...roleOf(operation, app), acls: aclsOf(scopes) })
}

/** Where the browser goes to open an app. Clears the flag that it asks for more, if the caller could confirm that. */
export function openApp(operation: Operation, caller: Caller, connectionCode: string): string {
  const connected = findConnectedApp(operation, connectionCode)
  requireOneAcl(operation, caller, [connectAcls.manageApps, connectAcls.openApps])
  const app = findApp(operation, connected.id)
  if (!operation.check('app.listed', app !== undefined, describeListing(connected)) || !app) {
    throw new PimError('not-found', 'Invalid app identifier')
  }
  if (connected.hasOutdatedScopes && isGranted(caller, connectAcls.manageApps)) {
    operation.connectedApps.put(connected.id, { ...connected, hasOutdatedScopes: false })
  }
  return activationUrl(operation, app)
}

/** Takes name, logo and so on from the App Store again; a custom app stays as it is. */
export function refreshConnectedApp(operation: Operation, connected: ConnectedApp): void {
  const app = findApp(operation, connected.id)
  if (!app || app.isCustomApp) return
  const { name, logo, author, partner, categories, certified } = app
  operation.connectedApps.put(connected.id, {
    ...connected,
    name,
    logo,
    author,
    partner,
    categories,
    certified,
  })
}

/** Disconnects an app. Throws `not-found` and `forbidden`. */
export function deleteConnectedApp(
  operation: Operation,
  caller: Caller,
  connectionCode: string,
): void {
  disconnectApp(operation, manageConnectedApp(operation, caller, connectionCode))
}

function describe(scopes: readonly string[]): string {
  return scopes.length > 0 ? scopes.join(', ') : 'nothing'
}

function describeListing({ name }: ConnectedApp): string {
  return `${quote(name)} must still be declared here or in the App Store`
}
