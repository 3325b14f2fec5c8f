import { expect, test } from 'vitest'
import { createModules } from './modules.ts'

const modules = createModules({
  file: 'app.mjs',
  http: { createServer: () => {} },
  crypto: {},
  process: {},
})

test('a module is found with and without its scheme', () => {
  expect(modules.require('node:http')).toHaveProperty('createServer')
  expect(modules.require('http', 1, ['default', 'createServer'])).toHaveProperty('default')
})

test('an import of what is not there is refused with its line and what is there', () => {
  expect(() => modules.require('express', 4)).toThrow(
    expect.objectContaining({
      line: 4,
      message: expect.stringContaining('Cannot find module "express"'),
    }),
  )
  expect(() => modules.require('node:http', 2, ['createServer', 'get'])).toThrow(
    expect.objectContaining({
      line: 2,
      message: 'The module "node:http" of the playground has no "get", only createServer',
    }),
  )
})
