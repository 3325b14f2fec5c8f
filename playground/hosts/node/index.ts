export { startServer, type RunningServer } from './server.ts'
export { createFileDriver } from './file-driver.ts'
export { explainStartError, readPort, runPim } from './command.ts'
