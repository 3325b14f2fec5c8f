import { createServer } from 'vitepress'

const server = await createServer(new URL('../..', import.meta.url).pathname)
await server.listen()
server.printUrls()
