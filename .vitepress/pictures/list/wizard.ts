import type { Picture, Step } from '../picture.ts'

const wizard = '/connect/apps/authorize?client_id=0bbb90ad-3172-4e9c-ad7f-34e9c098d596'
const agree: Step = 'check checkbox "I agree to…"'

const permissions: readonly Step[] = [
  'choose "Marketing" in combobox "Add to Attribute groups, View"',
  'choose "Media" in combobox "Add to Attribute groups, View"',
  'choose "Master catalogue" in combobox "Add to Categories, Own"',
  'check checkbox in group "Locales, View"',
]

/** The steps in which an app is connected. */
export const wizardPictures: readonly Picture[] = [
  {
    name: 'wizard-authentication',
    folder: 'articles',
    scenario: 'my-app-asks-who-you-are',
    screen: wizard,
  },
  {
    name: 'wizard-authorization',
    folder: 'articles',
    scenario: 'my-app-asks-for-data',
    edition: 'EE',
    screen: wizard,
  },
  {
    name: 'wizard-authorization-no-specific-auth',
    folder: 'articles',
    scenario: 'my-app-asks-for-nothing',
    screen: wizard,
  },
  {
    name: 'wizard-permissions-edit',
    folder: 'articles',
    scenario: 'my-app-asks-for-data',
    edition: 'EE',
    screen: wizard,
    steps: [agree, 'press button "Allow and next"', ...permissions],
    viewport: { width: 960, height: 840 },
  },
  {
    name: 'wizard-well-done',
    folder: 'articles',
    scenario: 'my-app-asks-for-data',
    edition: 'EE',
    screen: wizard,
    steps: [agree, 'press button "Allow and next"', ...permissions, 'press button "Next"'],
    viewport: { width: 960, height: 820 },
  },
]
