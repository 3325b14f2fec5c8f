import { expect, test } from 'vitest'
import type { Driver } from '../../playground/pim/index.ts'

/** What every driver must do. `open` gives a driver over the same kept data each time it is called in one test. */
export function describeDriver(name: string, create: () => Promise<() => Promise<Driver>>): void {
  const label = { collection: 'connections', key: 'erp', value: { code: 'erp' } }

  test(`the ${name} driver begins empty, at version 0`, async () => {
    const driver = await (await create())()
    expect(await driver.load()).toEqual({ version: 0, changes: [] })
    expect(await driver.version()).toBe(0)
  })

  test(`the ${name} driver keeps the last change of each record`, async () => {
    const driver = await (await create())()
    await driver.commit([label], 1)
    await driver.commit([{ ...label, value: { code: 'erp', label: 'ERP' } }], 2)
    expect(await driver.load()).toEqual({
      version: 2,
      changes: [{ ...label, value: { code: 'erp', label: 'ERP' } }],
    })
  })

  test(`the ${name} driver remembers that a record was removed`, async () => {
    const driver = await (await create())()
    await driver.commit([label], 1)
    await driver.commit([{ ...label, value: undefined }], 2)
    const { changes } = await driver.load()
    expect(changes).toHaveLength(1)
    expect(changes[0]?.value).toBeUndefined()
  })

  test(`the ${name} driver runs exclusive work one after the other, also after a failure`, async () => {
    const driver = await (await create())()
    const order: string[] = []
    const first = driver.exclusive(async () => {
      order.push('first begins')
      await Promise.resolve()
      order.push('first ends')
      throw new Error('refused')
    })
    const second = driver.exclusive(async () => {
      order.push('second')
      return 2
    })
    await expect(first).rejects.toThrow('refused')
    expect(await second).toBe(2)
    expect(order).toEqual(['first begins', 'first ends', 'second'])
  })
}
