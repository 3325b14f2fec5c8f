export { openBrowserPim, startFreshStorage, type BrowserPim } from './browser-pim.ts'
