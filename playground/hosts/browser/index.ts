export {
  openBrowserPim,
  startFreshStorage,
  type BrowserPim,
  type BrowserPimOptions,
} from './browser-pim.ts'
