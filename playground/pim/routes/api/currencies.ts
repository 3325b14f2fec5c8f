import type { Currency } from '../../domain/catalogue-state.ts'
import { findCurrencies, getCurrency } from '../../domain/currency.ts'
import { json } from '../../http/respond.ts'
import type { PimRouter } from '../router.ts'
import { answerList, base, parsedSearch } from './list.ts'
import { allowRead } from './read.ts'

const path = `${base}/currencies`
const right = { acl: 'pim_api_currency_list', entities: 'currencies' }

/** `/currencies` (contract I.4). */
export function currencyRoutes(router: PimRouter): void {
  router.get(path, (context) => {
    const query = allowRead(context, right)
    const find = () => findCurrencies(context.env.operation, parsedSearch(query))
    return answerList(context, query, { path, find, toWire })
  })
  router.get(`${path}/:code`, (context) => {
    allowRead(context, right)
    return json(context, 200, toWire(getCurrency(context.env.operation, context.req.param('code'))))
  })
}

function toWire(currency: Currency): object {
  return { code: currency.code, enabled: currency.enabled }
}
