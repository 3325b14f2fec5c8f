import { OperationRefusedError, type PimDoor } from './operations.ts'

/** Moves the PIM's clock on, as a wait of so many seconds would. Throws `OperationRefusedError`. */
export async function moveClock(
  pim: Pick<PimDoor, 'url' | 'navigate'>,
  seconds: number,
): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ advance: seconds })
  const address = `${pim.url}/_control/clock`
  const response = await pim.navigate(new Request(address, { method: 'POST', headers, body }))
  if (!response.ok) {
    throw new OperationRefusedError(`The clock did not move (status ${response.status})`)
  }
}
