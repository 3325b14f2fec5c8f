import type { Channel } from '../../domain/catalogue-state.ts'
import { findChannels, getChannel } from '../../domain/channel.ts'
import { channelRules } from '../../domain/channel-change.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { byRules, changeRoutes } from './change-routes.ts'
import { answerList, base } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/channels`
const right = { acl: 'pim_api_channel_list', entities: 'channels' }

/** `/channels` (contract I.4). */
export function channelRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findChannels(context.env.operation)
    return answerList(context, query, { path, find, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    return json(context, 200, toWire(getChannel(context.env.operation, context.req.param('code'))))
  })
  changeRoutes(router, {
    path,
    right: { acl: 'pim_api_channel_edit', to: 'create or update channels' },
    anchors: { post: 'post_channels', patch: 'patch_channels__code_' },
    ...byRules(channelRules),
  })
}

function toWire(channel: Channel): object {
  return {
    code: channel.code,
    currencies: channel.currencies,
    locales: channel.locales,
    category_tree: channel.category_tree,
    conversion_units: channel.conversion_units,
    labels: channel.labels,
  }
}
