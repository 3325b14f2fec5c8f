import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFileDriver } from '../../playground/hosts/node/index.ts'
import { createMemoryDriver, StoreCorruptError } from '../../playground/pim/index.ts'
import { describeDriver } from './driver-contract.ts'

let folder: string
let files = 0
const nextFile = () => join(folder, `state-${(files += 1)}.json`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pim-drivers-'))
})
afterAll(() => rm(folder, { recursive: true }))

describeDriver('memory', async () => {
  const driver = createMemoryDriver()
  return async () => driver
})

describeDriver('file', async () => {
  const file = nextFile()
  return async () => createFileDriver(file)
})

test('the file driver finds what another one wrote, and leaves no other file behind', async () => {
  const file = nextFile()
  await createFileDriver(file).commit([{ collection: 'roles', key: '1', value: { id: '1' } }], 1)
  expect(await createFileDriver(file).load()).toEqual({
    version: 1,
    changes: [{ collection: 'roles', key: '1', value: { id: '1' } }],
  })
  expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([])
})

test.each(['', '{', '[]', 'null', '{"version":"1","changes":[]}', '{"version":1,"changes":[{}]}'])(
  'the file driver refuses %j as corrupt and leaves it as it is',
  async (text) => {
    const file = nextFile()
    await writeFile(file, text)
    await expect(createFileDriver(file).load()).rejects.toBeInstanceOf(StoreCorruptError)
    expect(await readFile(file, 'utf8')).toBe(text)
  },
)

test('the file driver keeps the place of each record', async () => {
  const file = nextFile()
  const change = { collection: 'roles', key: '1', value: { id: '1' }, order: 7 }
  await createFileDriver(file).commit([change], 1)
  expect((await createFileDriver(file).load()).changes).toEqual([change])
})
