import type { Locale } from '../../domain/catalogue-state.ts'
import { findLocales, getLocale } from '../../domain/locale.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { answerList, base, parsedSearch } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/locales`
const right = { acl: 'pim_api_locale_list', entities: 'locales' }

/** `/locales` (contract I.4). */
export function localeRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findLocales(context.env.operation, parsedSearch(query))
    return answerList(context, query, { path, find, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    return json(context, 200, toWire(getLocale(context.env.operation, context.req.param('code'))))
  })
}

function toWire(locale: Locale): object {
  return { code: locale.code, enabled: locale.enabled }
}
