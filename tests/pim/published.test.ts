import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { defaultScenario, scenarioSchema } from '../../playground/pim/index.ts'
import { buildPim, pimUrl } from './build-pim.ts'
import { publishedFiles } from './published-files.ts'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  parameters?: { name: string; in: string }[]
  responses: Record<string, { description?: string }>
}

interface OpenApi {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
}

async function describe(): Promise<OpenApi> {
  return (await (await buildPim().send('/_control/openapi.json')).json()) as OpenApi
}

test('what the site publishes is what the PIM says of itself', async () => {
  for (const [path, content] of await publishedFiles()) {
    const published: unknown = JSON.parse(await readFile(path, 'utf8'))
    expect(published, `Write it again: npx tsx tests/pim/published-files.ts`).toEqual(content)
  }
})

test('the schema of a scenario asks for exactly what the default scenario has', () => {
  const { required, properties } = scenarioSchema() as {
    required: string[]
    properties: Record<string, unknown>
  }
  // What came later, a scenario from before leaves out.
  expect([...required, 'eventLogs'].sort()).toEqual(Object.keys(defaultScenario).sort())
  expect(Object.keys(properties).sort()).toEqual(Object.keys(defaultScenario).sort())
})

test('the schema of a scenario describes every property, down to the fields of a record', () => {
  interface Schema {
    description?: string
    properties?: Record<string, Schema>
    items?: Schema
  }
  const described = new Map<string, string | undefined>()
  const { properties = {} } = scenarioSchema() as Schema
  for (const [name, property] of Object.entries(properties)) {
    described.set(name, property.description)
    const fields = property.properties ?? property.items?.properties ?? {}
    for (const [field, { description }] of Object.entries(fields)) {
      described.set(`${name}/${field}`, description)
    }
  }
  expect([...described.keys()]).toEqual(
    expect.arrayContaining(['era', 'clock/offset', 'users/username']),
  )
  expect([...described].filter(([, description = '']) => description.length < 5)).toEqual([])
})

test('GET /_control/openapi.json is an OpenAPI 3.1 document of this PIM', async () => {
  const { openapi, servers } = await describe()
  expect(openapi).toBe('3.1.0')
  expect(servers).toEqual([{ url: pimUrl }])
})

test('every described operation is named, explained, and by itself', async () => {
  const operations = Object.entries((await describe()).paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  )
  expect(operations.length).toBeGreaterThan(100)
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, operation } of operations) {
    expect(operation.summary.length, path).toBeGreaterThan(5)
    for (const { description } of Object.values(operation.responses)) {
      expect(description, path).toBeTypeOf('string')
    }
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    const expected = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(inPath.map(({ name }) => name)).toEqual(expected)
  }
})

test('every described operation is there: none answers 404 for its address or 405', async () => {
  const pim = buildPim()
  for (const [path, methods] of Object.entries((await describe()).paths)) {
    for (const method of Object.keys(methods)) {
      const response = await pim.screen(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x'))
      const text = await response.text()
      expect(text, `${method} ${path}`).not.toContain('No route found')
    }
  }
})

test('with its control switched off, a PIM serves and describes none of it', async () => {
  const pim = buildPim({ options: { control: false } })
  expect((await pim.send('/_control/openapi.json')).status).toBe(404)
})
