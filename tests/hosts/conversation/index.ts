import { talkAboutActivation, talkAboutScopes } from './activation.ts'
import { talkAboutCatalogs } from './catalogs.ts'
import { talkAboutConnectedApps } from './connected-apps.ts'
import { talkAboutConnectionTokens } from './connection-token.ts'
import { talkAboutConnections, talkAboutEvents } from './connections.ts'
import { talkAboutControl, talkNonsense } from './control.ts'
import { talkAboutCustomApps, talkAboutTestApps } from './custom-apps.ts'
import { talkAboutDashboards } from './dashboards.ts'
import { talkAboutMedia } from './media.ts'
import { talkAboutPeople } from './people.ts'
import { talkAboutProductModels, talkAboutProducts } from './product-changes.ts'
import { talkAboutListsOfProducts } from './product-lists.ts'
import { talkAboutRefusals } from './refusals.ts'
import { talkAboutStructure } from './structure.ts'
import { createTalk, type Send, type Turn } from './talk.ts'

/** A whole day with a PIM, good and bad, through `send`: what was asked and what was answered. */
export async function converse(send: Send): Promise<readonly Turn[]> {
  const talk = createTalk(send)
  const credentials = await talkAboutConnections(talk)
  await talkAboutEvents(talk)
  await talkAboutMedia(talk)
  await talkAboutPeople(talk)
  const token = await talkAboutConnectionTokens(talk, credentials)
  const app = await talkAboutCustomApps(talk)
  await talkAboutTestApps(talk, token)
  const firstToken = await talkAboutActivation(talk, app)
  const appToken = await talkAboutScopes(talk, app, firstToken)
  await talkAboutCatalogs(talk, appToken)
  await talkAboutConnectedApps(talk, app, appToken)
  await talkAboutStructure(talk, token)
  await talkAboutListsOfProducts(talk, token)
  await talkAboutProducts(talk, token)
  await talkAboutProductModels(talk, token)
  await talkAboutRefusals(talk, token)
  await talkAboutDashboards(talk)
  await talkNonsense(talk, token)
  await talkAboutControl(talk)
  return talk.turns
}
