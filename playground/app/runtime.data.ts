import { build } from 'vite'

/** The worker's first script as text: a frame of an opaque origin cannot load a file of the site as a module. */
declare const data: string
export { data }

/** VitePress runs this once per build and puts the result into the page's chunk as `data`. */
export default {
  watch: ['./runtime/*.ts', './protocol.ts'],
  async load(): Promise<string> {
    const result = await build({
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        rollupOptions: {
          input: new URL('runtime/main.ts', import.meta.url).pathname,
          output: { format: 'iife' },
        },
      },
    })
    const bundles = Array.isArray(result) ? result : [result]
    for (const bundle of bundles) {
      if (!('output' in bundle)) continue
      return bundle.output[0].code
    }
    throw new Error('The bundler gave no script for the reader app runtime')
  },
}
