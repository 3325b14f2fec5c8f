import { build } from 'vitepress'

await build(new URL('../..', import.meta.url).pathname)
