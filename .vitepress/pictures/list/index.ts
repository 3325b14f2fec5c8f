import type { Picture } from '../picture.ts'
import { appStorePictures } from './app-store.ts'
import { catalogs } from './catalogs.ts'
import { connectedApps } from './connected-apps.ts'
import { connections } from './connections.ts'
import { customApps } from './custom-apps.ts'
import { dataFlowsPictures } from './data-flows.ts'
import { wizardPictures } from './wizard.ts'

/** Every picture of a screen that the pages show. */
export const pictures: readonly Picture[] = [
  ...appStorePictures,
  ...catalogs,
  ...connectedApps,
  ...connections,
  ...customApps,
  ...dataFlowsPictures,
  ...wizardPictures,
]
