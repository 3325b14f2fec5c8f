import type { Picture, Target } from '../picture.ts'

const settings = '/connect/connection-settings'
const magento = `${settings}/magento/edit`
const credentials: readonly Target[] = ['region "Credentials"']

/** Connections, which an early draft called apps. */
export const connections: readonly Picture[] = [
  {
    name: 'connections-overview',
    folder: 'articles',
    scenario: 'three-connections',
    screen: settings,
  },
  {
    name: 'connections-screen',
    folder: 'articles',
    scenario: 'six-connections',
    screen: settings,
    region: ['main'],
    margin: 0,
    viewport: { width: 960, height: 760 },
  },
  {
    name: 'magento_connection',
    folder: 'articles',
    scenario: 'three-connections',
    screen: magento,
    viewport: { width: 1120, height: 720 },
    names: { 'apps-2019': 'magento_app' },
  },
  {
    name: 'client_id_and_secret_in_the_connection_form',
    folder: 'articles',
    scenario: 'three-connections',
    screen: magento,
    region: credentials,
    viewport: { width: 1120, height: 720 },
    names: { 'apps-2019': 'client_id_and_secret_in_the_app_form' },
  },
  {
    name: 'copy_paste_credentials',
    folder: 'articles',
    scenario: 'six-connections',
    screen: `${settings}/larkspur_shop/edit`,
    region: credentials,
    viewport: { width: 1120, height: 720 },
  },
  {
    name: 'password_showed_only_once',
    folder: 'articles',
    scenario: 'fresh-pim',
    screen: `${settings}/create`,
    steps: [
      'fill textbox "Label (required)" with "Magento"',
      'choose "[[flowTypes.data_destination.one]]" in combobox "Flow type (required)"',
      'press button "Save"',
      'wait for region "Credentials"',
    ],
    region: credentials,
    viewport: { width: 1120, height: 720 },
  },
]
