import type { Picture } from '../picture.ts'
import { customApps } from './custom-apps.ts'

/** Every picture of a screen that the pages show. */
export const pictures: readonly Picture[] = [...customApps]
