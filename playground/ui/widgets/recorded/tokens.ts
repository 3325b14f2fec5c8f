import { basicHeader, type FourStrings } from '../basic-header.ts'
import { credentialsAtHand } from '../credentials-at-hand.ts'
import { moveClock } from '../move-clock.ts'
import type { Recorder } from './recorder.ts'
import type { Recording } from './recordings.ts'

const channel = '/api/rest/v1/channels/ecommerce'

/** A connection's token: how it is had, what it opens, and what happens when it has run out. */
export const tokenRecordings: Readonly<Record<string, Recording>> = {
  'token-lab': {
    async record(recorder) {
      const strings = await fourStrings(recorder)
      const { username, password } = strings
      const { access, refresh } = await recorder.note('The four strings buy a token', () =>
        askForToken(recorder, strings, { grant_type: 'password', username, password }),
      )
      await recorder.note('The token opens the API', () => recorder.api(access, channel))
      await moveClock(recorder.pim, 3601)
      await recorder.note('An hour later it opens nothing any more', () =>
        recorder.api(access, channel),
      )
      await recorder.note('The refresh token buys a new one', () =>
        askForToken(recorder, strings, { grant_type: 'refresh_token', refresh_token: refresh }),
      )
    },
  },
  'api-explorer': {
    async record(recorder) {
      const token = await connectionToken(recorder)
      await recorder.note('The first product of the list', () =>
        recorder.api(token, '/api/rest/v1/products?limit=1'),
      )
    },
  },
  'api-explorer-channel': {
    async record(recorder) {
      const token = await connectionToken(recorder)
      await recorder.note('With a token, the channel', () => recorder.api(token, channel))
      await recorder.note('Without one, a refusal', () => recorder.api('', channel))
    },
  },
  'api-explorer-root': {
    record: async (recorder) =>
      void (await recorder.note('The root needs no token', () => recorder.api('', '/api/rest/v1'))),
  },
}

async function connectionToken(recorder: Recorder): Promise<string> {
  const strings = await fourStrings(recorder)
  const { username, password } = strings
  const { access } = await askForToken(recorder, strings, {
    grant_type: 'password',
    username,
    password,
  })
  return access
}

async function fourStrings(recorder: Recorder): Promise<FourStrings> {
  const [newest] = credentialsAtHand(await recorder.state())
  if (!newest) throw new Error('The scenario has no connection')
  return newest.strings
}

async function askForToken(recorder: Recorder, strings: FourStrings, grant: object) {
  const headers = { authorization: basicHeader(strings), 'content-type': 'application/json' }
  const address = `${recorder.pim.url}/api/oauth/v1/token`
  const body = JSON.stringify(grant)
  const response = await recorder.pim.navigate(
    new Request(address, { method: 'POST', headers, body }),
  )
  const answer = (await response.json()) as { access_token: string; refresh_token: string }
  return { access: answer.access_token, refresh: answer.refresh_token }
}
