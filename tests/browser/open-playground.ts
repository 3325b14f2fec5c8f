import type { Locator, Page } from 'playwright-core'

/** The playground as a person sees it, and what people do in it again and again. */
export interface Playground {
  readonly page: Page
  /** The pane `Browser`, with the PIM's screens and the app's pages. */
  readonly pim: Locator
  /** The pane `Your app`. */
  readonly app: Locator
  /** The pane `Flow`. */
  readonly flow: Locator
  /** The page of the app that the active tab of the pane `Browser` shows. */
  readonly appPage: ReturnType<Locator['frameLocator']>
  /** Brings a pane to sight where they are tabs, that is in a narrow window. */
  show(pane: 'Browser' | 'Your app' | 'Flow'): Promise<void>
  /** Types the address of one of the PIM's screens, `/connect/app-store` say. */
  goTo(screen: string): Promise<void>
  heading(name: string): Promise<void>
  /** Fills and sends the form of a new app, and leaves its credentials alone. */
  declareApp(name: string): Promise<void>
  /** Finds a text in the source of the app and replaces it everywhere. */
  replaceInSource(before: string, after: string): Promise<void>
  /** Gives the app the credentials of the app declared last, and runs it. */
  runApp(): Promise<void>
  /** Presses `Connect` on the app's card: the wizard is then in a tab of its own. */
  startConnecting(name: string): Promise<void>
  /** Consents in the wizard, which must have one step. */
  confirm(): Promise<void>
  /** Presses `Send` under `Call the API`. */
  callApi(resource: string): Promise<void>
}

/** Loads the playground at a screen of the PIM, given as the address behind the `#`. */
export async function openPlayground(
  page: Page,
  siteUrl: string,
  screen = '/connect/app-store',
): Promise<Playground> {
  const pane = (name: string) =>
    page.getByRole('region', { name, exact: true }).or(page.getByRole('tabpanel', { name }))
  const pim = pane('Browser')
  const app = pane('Your app')
  const flow = pane('Flow')
  const button = (place: Locator, name: string) =>
    place.getByRole('button', { name, exact: true }).first()

  async function show(name: string): Promise<void> {
    const tab = page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name })
    if (await tab.isVisible()) await tab.click()
  }

  const playground: Playground = {
    page,
    pim,
    app,
    flow,
    appPage: pim.frameLocator('iframe'),
    show,
    async goTo(address) {
      await show('Browser')
      const field = pim.getByRole('textbox', { name: 'Address' })
      await field.fill(`https://my-pim.example.com/#${address}`)
      await field.press('Enter')
    },
    heading: (name) => pim.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    async declareApp(name) {
      await pim.getByLabel('Name (required)').fill(name)
      await pim.getByLabel('Activate url (required)').fill('http://localhost:8000/activate')
      await pim.getByLabel('Callback url (required)').fill('http://localhost:8000/callback')
      await button(pim, 'Create').click()
      await playground.heading('Credentials')
    },
    async replaceInSource(before, after) {
      await show('Your app')
      await button(app, 'Find').click()
      await app.getByRole('textbox', { name: 'Find' }).fill(before)
      await app.getByRole('textbox', { name: 'Replace' }).fill(after)
      await button(app, 'replace all').click()
    },
    async runApp() {
      await show('Your app')
      await button(app, 'Take from the PIM').click()
      await app.getByText('These are the credentials of').waitFor()
      await app.getByRole('button', { name: /^(Run|Restart)$/ }).click()
      await app.getByText('App listening on http://localhost:8000').waitFor()
    },
    async startConnecting(name) {
      await playground.goTo('/connect/app-store')
      const card = pim.getByRole('listitem').filter({ hasText: name })
      await button(card, 'Connect').click()
    },
    async confirm() {
      await pim.getByRole('checkbox', { name: /^I agree to this App/ }).check()
      await button(pim, 'Confirm').click()
    },
    async callApi(resource) {
      await show('Flow')
      await flow.getByRole('button', { name: /^Call the API/ }).click()
      await flow.getByRole('button', { name: /^Endpoint:/ }).click()
      const line = new RegExp(`^GET /api/rest/v1/${resource} `)
      await flow.getByRole('navigation').getByRole('button', { name: line }).click()
      await button(flow, 'Send').click()
    },
  }
  await page.goto(`${siteUrl}/playground.html#${screen}`)
  await pim.getByRole('heading', { level: 1 }).waitFor()
  return playground
}
