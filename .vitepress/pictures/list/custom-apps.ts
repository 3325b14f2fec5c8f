import type { Picture } from '../picture.ts'

const form = [
  'fill textbox "Name (required)" with "Your custom app"',
  'fill textbox "Activate url (required)" with "https://your-ngrok-url/activate"',
  'fill textbox "Callback url (required)" with "https://your-ngrok-url/callback"',
] as const

/** How a custom app is declared, which was a test app before March 2023. */
export const customApps: readonly Picture[] = [
  {
    name: 'create-a-custom-app-button',
    folder: 'apps',
    scenario: 'fresh-pim',
    screen: '/connect/app-store',
    names: { 'test-apps-2022': 'create-a-test-app-button' },
  },
  {
    name: 'custom-app-creation-info',
    folder: 'apps',
    scenario: 'fresh-pim',
    screen: '/connect/custom-apps/create',
    steps: form,
    names: { 'test-apps-2022': 'test-app-creation-info' },
  },
  {
    name: 'custom-app-creation-credentials',
    folder: 'apps',
    scenario: 'fresh-pim',
    screen: '/connect/custom-apps/create',
    steps: [...form, 'press button "Create"', 'wait for heading "Credentials"'],
    names: { 'test-apps-2022': 'test-app-creation-credentials' },
  },
]
