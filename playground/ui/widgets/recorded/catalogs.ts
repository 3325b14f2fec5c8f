import { createScreensApi } from '../../pim/api/screens-api.ts'
import { connectApp } from '../operations.ts'
import type { Recorder } from './recorder.ts'
import type { Recording } from './recordings.ts'

const enabledOnly = { field: 'enabled', operator: '=', value: true, scope: null, locale: null }
const filters = { channels: [], locales: [], currencies: [] }

/** A catalog that an app makes, a person fills and switches on, and the app reads. */
export const catalogRecordings: Readonly<Record<string, Recording>> = {
  'catalog-builder': {
    async record(recorder) {
      const { token } = await connectApp(recorder.pim)
      const id = await makeCatalog(recorder, token)
      await switchOn(recorder, id)
      await recorder.note('The app asks which products are in it', () =>
        recorder.api(token, `/api/rest/v1/catalogs/${id}/product-uuids?limit=3`),
      )
    },
  },
  'catalog-builder-developer': {
    async record(recorder) {
      const { token } = await connectApp(recorder.pim)
      const id = await recorder.note('The app makes a catalog: it is switched off', () =>
        makeCatalog(recorder, token),
      )
      await recorder.note('As long as it is off, the app gets no product of it', () =>
        recorder.api(token, `/api/rest/v1/catalogs/${id}/product-uuids?limit=3`),
      )
      await switchOn(recorder, id)
      await recorder.note('The same request then lists products', () =>
        recorder.api(token, `/api/rest/v1/catalogs/${id}/product-uuids?limit=3`),
      )
    },
  },
}

async function makeCatalog(recorder: Recorder, token: string): Promise<string> {
  const body = { name: 'Store locator' }
  const response = await recorder.api(token, '/api/rest/v1/catalogs', { method: 'POST', body })
  return ((await response.json()) as { id: string }).id
}

async function switchOn(recorder: Recorder, id: string): Promise<void> {
  const { catalogs } = createScreensApi(recorder.pim.fetch)
  await recorder.note('A person chooses the products and switches the catalog on', () =>
    catalogs.save(id, { enabled: true, criteria: [enabledOnly], filters, mapping: null }),
  )
}
