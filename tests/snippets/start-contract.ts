import { describe, expect, test } from 'vitest'
import { runToEnd, startProgram, type Program } from './program.ts'

/** How a program starts that opens its port itself. */
export function describeStart(program: Program): void {
  describe('the start', () => {
    test('without CLIENT_ID or CLIENT_SECRET it says which is missing and exits with 1', async () => {
      for (const [missing, environment] of [
        ['CLIENT_ID', { CLIENT_SECRET: 'secret' }],
        ['CLIENT_ID', { CLIENT_ID: '', CLIENT_SECRET: 'secret' }],
        ['CLIENT_SECRET', { CLIENT_ID: 'id' }],
      ] as const) {
        const { code, output } = await runToEnd(program, { port: 0, environment })
        expect(code).toBe(1)
        expect(output.trim()).toBe(`The environment variable ${missing} is missing.`)
      }
    })

    test('on port 0 it says on which port it listens and answers there', async () => {
      const environment = { CLIENT_ID: 'id', CLIENT_SECRET: 'secret' }
      const app = await startProgram(program, { port: 0, environment })
      try {
        expect(app.url).toMatch(/^http:\/\/localhost:[1-9]\d*$/)
        expect((await fetch(app.url)).status).toBe(200)
      } finally {
        await app.stop()
      }
    })
  })
}
