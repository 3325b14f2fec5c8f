import { createScreensApi } from '../../pim/api/screens-api.ts'
import { connectionNeed } from '../needs.ts'
import { connectionOf, makeConnection, trackApp } from '../operations.ts'
import { activationRecordings } from './activation.ts'
import { catalogRecordings } from './catalogs.ts'
import { createRecorder, type RecordedExchange, type Recorder } from './recorder.ts'
import { tokenRecordings } from './tokens.ts'

/** How the exchanges of one widget come about. */
export interface Recording {
  /** The named scenario that it begins with. Default: the default scenario. */
  readonly scenario?: string
  record(recorder: Recorder): Promise<void>
}

const screens = ({ pim }: Recorder) => createScreensApi(pim.fetch)

/** Every widget that exchanges something with the PIM, by name. */
export const recordings: Readonly<Record<string, Recording>> = {
  'connection-form': {
    record: async (recorder) =>
      void (await recorder.note(
        'The form sends what was filled in; the answer has the credentials',
        () => makeConnection(recorder.pim),
      )),
  },
  'credentials-panel': {
    async record(recorder) {
      await connectionNeed.meet(recorder.pim, await recorder.state())
      const { connections } = screens(recorder)
      await recorder.note('The screen reads the credentials; the password is gone', () =>
        connections.read('larch_shop'),
      )
      await recorder.note('A new password takes the place of the old one, and is shown once', () =>
        connections.regeneratePassword('larch_shop'),
      )
    },
  },
  'credentials-panel-app': {
    scenario: 'app-connected',
    async record(recorder) {
      const clientId = (await recorder.state()).customApps[0]?.clientId ?? ''
      const { customApps } = screens(recorder)
      await recorder.note('The screen reads the secret, masked but for its end', () =>
        customApps.maskedSecret(clientId),
      )
      await recorder.note('A new secret takes the place of the old one', () =>
        customApps.regenerateSecret(clientId),
      )
    },
  },
  'role-permissions': {
    async record(recorder) {
      const { access } = screens(recorder)
      const roles = await access.roles()
      const role = roles.ok ? roles.value.find(({ code }) => code === 'ROLE_USER') : undefined
      const added = 'akeneo_connectivity_connection_open_apps'
      await recorder.note('The tab Permissions sends every right that the role has now', () =>
        access.saveAcls(role?.id ?? '', [...(role?.acls ?? []), added]),
      )
    },
  },
  'app-store': {
    async record(recorder) {
      const { customApps } = screens(recorder)
      await recorder.note('The page asks for the apps of the store', () => customApps.storeApps())
    },
  },
  'data-flows': {
    scenario: 'busy-week',
    async record(recorder) {
      const { audit } = screens(recorder)
      await recorder.note('The chart asks for a week of products that were read', () =>
        audit.weekly('product_read'),
      )
    },
  },
  'data-flows-apps': {
    scenario: 'app-connected',
    async record(recorder) {
      const { connectedApps, accessTokens } = await recorder.state()
      const app = connectedApps[0]
      const token = accessTokens.find(({ clientId }) => clientId === app?.id)?.token ?? ''
      const code = await connectionOf(recorder.pim, app?.id ?? '')
      await recorder.note('The settings of the app switch the tracking on', () =>
        trackApp(recorder.pim, code),
      )
      await recorder.api(token, '/api/rest/v1/products?limit=10')
      await recorder.note('After the app has read ten products, the chart knows of them', () =>
        screens(recorder).audit.weekly('product_read'),
      )
    },
  },
  'error-monitor': {
    scenario: 'busy-week',
    record: async (recorder) =>
      void (await recorder.note('The page asks for the errors of a connection', () =>
        screens(recorder).audit.businessErrors('fernwood_erp'),
      )),
  },
  'connected-app-manager': {
    scenario: 'app-connected',
    async record(recorder) {
      const { apps } = screens(recorder)
      await recorder.note('The page asks for the connected apps', () => apps.listConnected())
      const code = (await recorder.state()).connectedApps[0]?.connectionCode ?? ''
      await recorder.note('Disconnecting takes the app’s token as well', () =>
        apps.removeConnected(code),
      )
    },
  },
  ...activationRecordings,
  ...catalogRecordings,
  ...tokenRecordings,
}

/** Carries out every recording, each on a PIM of its own. */
export async function recordAll(): Promise<Record<string, readonly RecordedExchange[]>> {
  const all: Record<string, readonly RecordedExchange[]> = {}
  for (const [name, { scenario, record }] of Object.entries(recordings)) {
    const recorder = await createRecorder(scenario)
    await record(recorder)
    all[name] = recorder.exchanges()
  }
  return all
}
