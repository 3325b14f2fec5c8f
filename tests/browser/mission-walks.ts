import type { MissionGuide } from './read-guide.ts'
import type { Person } from './person.ts'

/** One way through a mission. */
export interface Walk {
  readonly title: string
  /** What a person does from the mission's first step to its last, after its hints. */
  go(person: Person, guide: MissionGuide): Promise<void>
}

const appName = 'Harbour Sync'
const consent = /^I agree to this App’s Privacy Policy/

export const walks: readonly Walk[] = [
  {
    title: 'Create a connection',
    async go(person, guide) {
      const { press, choose, tick } = person
      await guide.current('Create a connection for a data source')
      await createConnection(person, guide, 'Moss ERP', 'Data source')
      await guide.current('Follow what it sends in Data flows')
      await tick('Track in Data flows dashboard')
      await press('button', 'Save')
      await guide.current('Keep it to its part of the catalog')
      await choose('Group', 'Suppliers')
      await press('button', 'Save')
    },
  },
  {
    title: 'Read products with a connection',
    async go(person, guide) {
      const { press, paste } = person
      await guide.current('Create a connection for a data destination')
      await createConnection(person, guide, 'Quay Shop', 'Data destination')
      await guide.current('Ask for a token with its credentials')
      for (const name of ['Client ID', 'Secret', 'Username', 'Password']) {
        await press('button', `Copy to clipboard: ${name}`)
        await paste(name)
      }
      await press('button', 'Ask for a token')
      await guide.reads('Status 200: a token for 60 minutes')
      await press('button', 'List products')
      await guide.reads('Status 200: 10 products')
    },
  },
  {
    title: 'Get your first app token',
    async go(person, guide) {
      await guide.current('Declare your app in the App Store')
      await declareApp(person, guide)
      await guide.current('Give your app its credentials')
      await runApp(person, guide)
      await guide.current('Connect it from the PIM')
      await connectApp(person, guide)
      await guide.current('Read what the app wants, and agree')
      await agree(person)
      await guide.readsOnAppPage('Connected')
    },
  },
  {
    title: 'Upgrade the scopes',
    async go(person, guide) {
      const { press } = person
      await start(person, guide, 'Upgrade the scopes')
      await guide.current('Give your app its credentials')
      await runApp(person, guide, { isSecretShown: false })
      await guide.current('Let the app ask for more')
      await askForMore(person, guide, ' read_categories')
      await openScreen(person, guide, 'Connected Apps')
      await press('button', 'Open App')
      await guide.current('Look at what is new, and agree')
      await press('button', 'Confirm')
      await guide.readsOnAppPage('Connected')
    },
  },
  {
    title: 'Sign your users in with OpenID Connect',
    async go(person, guide) {
      const { press, show, visit } = person
      await guide.current('Declare your app in the App Store')
      await declareApp(person, guide)
      await guide.current('Give your app its credentials')
      await runApp(person, guide)
      await guide.current('Ask who the user is')
      await askForMore(person, guide, ' openid profile email')
      await connectApp(person, guide)
      await guide.current('Agree to share your name and email address')
      await press('button', 'Allow and next')
      await agree(person)
      await guide.current('Fetch the public key that proves its signature')
      await show('Browser')
      await visit('/connect/apps/v1/openid/public-key')
    },
  },
  {
    title: 'Recover from a revoked token',
    async go(person, guide) {
      const { press } = person
      await start(person, guide, 'Recover from a revoked token')
      await guide.current('Call the API with the old token')
      await press('button', 'Call with the old token')
      await guide.current('Give your app its credentials')
      await runApp(person, guide, { isSecretShown: false })
      await guide.current('Connect the app again')
      await connectApp(person, guide)
      await agree(person)
      await guide.current('List products with the new token')
      await press('button', 'Call with the new token')
    },
  },
]

async function start({ press }: Person, { reads }: MissionGuide, title: string): Promise<void> {
  await press('button', 'Start from here')
  await reads(`The PIM is ready for the mission: ${title}`)
}

/** Goes to a screen by the menu, which opens on the data flows. */
async function openScreen(
  { press, show }: Person,
  { heading }: MissionGuide,
  name: string,
): Promise<void> {
  await show('Browser')
  await press('link', 'Connect')
  await heading('Data flows')
  await press('link', name)
  await heading(name)
}

async function createConnection(
  person: Person,
  guide: MissionGuide,
  label: string,
  flowType: string,
): Promise<void> {
  await openScreen(person, guide, 'Connection settings')
  await person.press('button', 'Create')
  await guide.heading('Create a new connection')
  await person.fill('Label (required)', label)
  await person.choose('Flow type (required)', flowType)
  await person.press('button', 'Save')
  await guide.heading(label)
}

async function declareApp(person: Person, guide: MissionGuide): Promise<void> {
  await openScreen(person, guide, 'App Store')
  await person.press('button', 'Create an App')
  await person.fill('Name (required)', appName)
  await person.fill('Activate url (required)', 'http://localhost:8000/activate')
  await person.fill('Callback url (required)', 'http://localhost:8000/callback')
  await person.press('button', 'Create')
  await guide.heading('Credentials')
  await person.press('button', 'Done')
  await guide.heading('App Store')
}

async function runApp(
  { press, show }: Person,
  { reads, current }: MissionGuide,
  { isSecretShown = true } = {},
): Promise<void> {
  await show('Your app')
  await press('button', 'Take from the PIM')
  // The PIM shows a secret once; what a scenario brought was never shown here.
  if (!isSecretShown) await press('button', 'Make a new secret')
  await current('Run your app')
  await press('button', /^(Run|Restart)$/)
  await reads('Running on http://localhost:8000')
}

async function askForMore(person: Person, guide: MissionGuide, scopes: string): Promise<void> {
  await person.show('Your app')
  await person.addToSource('read_products write_products', scopes)
  await person.press('button', 'Restart')
  await guide.reads('Running on http://localhost:8000')
}

async function connectApp(person: Person, guide: MissionGuide): Promise<void> {
  await openScreen(person, guide, 'App Store')
  await person.press('button', 'Connect')
}

async function agree({ tick, press }: Person): Promise<void> {
  await tick(consent)
  await press('button', 'Confirm')
}
