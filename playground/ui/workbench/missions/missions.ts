import { createConnection } from './list/create-connection.ts'
import { firstToken } from './list/first-token.ts'
import { openIdConnect } from './list/openid-connect.ts'
import { readProducts } from './list/read-products.ts'
import { revokedToken } from './list/revoked-token.ts'
import { upgradeScopes } from './list/upgrade-scopes.ts'
import type { Mission } from './mission.ts'

/** All missions, the easier ones first. */
export const missions: readonly Mission[] = [
  createConnection,
  readProducts,
  firstToken,
  upgradeScopes,
  openIdConnect,
  revokedToken,
]
