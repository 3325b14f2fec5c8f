/** What somebody does in a widget before its picture is taken. */
export type WidgetStep =
  | { readonly press: string; readonly role?: 'tab' }
  | { readonly choose: string; readonly from: string }

/** A picture of a widget as it stands in an article, for those who read without scripts or on paper. */
export interface WidgetPicture {
  /** By which authors name it: `<TryIt widget="…" />`. */
  readonly name: string
  /** The article that shows it. */
  readonly page: string
  readonly steps?: readonly WidgetStep[]
  /** A text that is there when all is done. */
  readonly shows?: string
  /** What matters in the picture, for who does not see it. */
  readonly alt: string
}

const connections = '/articles/manage-your-connections.html'
const apps = '/articles/manage-your-apps.html'
const customApps = '/apps/create-custom-app.html'
const authorization = '/apps/authentication-and-authorization.html'

/** One for each widget, drawn in a fresh PIM. */
export const widgetPictures: readonly WidgetPicture[] = [
  {
    name: 'activation-wizard',
    page: '/articles/how-to-connect-my-pim-with-apps.html',
    steps: [{ press: 'Create a custom app' }],
    shows: 'Lantern Feeds needs to',
    alt: 'The wizard of the PIM says what Lantern Feeds needs to do, and asks for consent before Confirm. Above it you choose the edition and what the app asks for.',
  },
  {
    name: 'api-explorer',
    page: '/api-reference-index.html',
    alt: 'The API explorer: an endpoint is chosen, its parameters are filled in, the request as curl, and a button that sends it.',
  },
  {
    name: 'api-explorer-channel',
    page: '/tutorials/how-to-retrieve-pim-structure.html',
    alt: 'The API explorer with the request for one channel, ecommerce, ready to be sent.',
  },
  {
    name: 'api-explorer-root',
    page: '/documentation/introduction.html',
    alt: 'The API explorer with the request for the list of all endpoints, which takes no token.',
  },
  {
    name: 'app-store',
    page: '/articles/what-is-an-app.html',
    alt: 'The App Store of the PIM: apps and connectors as cards with Connect, above them a switch for the permission to manage apps.',
  },
  {
    name: 'catalog-builder',
    page: '/articles/how-to-configure-catalogs-for-apps.html',
    steps: [{ press: 'Make a catalog' }],
    shows: 'Add selection criteria',
    alt: 'The catalog Store locator with its switch and its selection criteria, and how many products the app gets of it.',
  },
  {
    name: 'catalog-builder-developer',
    page: '/apps/catalogs.html',
    steps: [{ press: 'Make a catalog' }],
    shows: 'The app asks for',
    alt: 'The catalog Store locator in the PIM, and below it what the API answers to the app about it.',
  },
  {
    name: 'challenge-lab',
    page: authorization,
    alt: 'Code identifier and client secret are put together, and the SHA-256 of both is the code challenge.',
  },
  {
    name: 'connected-app-manager',
    page: apps,
    steps: [{ press: 'Connect an app' }],
    shows: 'Manage app',
    alt: 'The page Connected Apps with the custom app Lantern Feeds, to be managed or opened.',
  },
  {
    name: 'connection-form',
    page: connections,
    alt: 'The form Create a new connection with label, code and flow type.',
  },
  {
    name: 'credentials-panel',
    page: connections,
    alt: 'A connection with its credentials: client ID, secret, username and the hidden password, each to be copied or made anew.',
  },
  {
    name: 'credentials-panel-app',
    page: customApps,
    steps: [{ press: 'Connect an app' }],
    shows: 'Client secret',
    alt: 'The credentials of a custom app: the client id, and the client secret of which only the last characters are shown.',
  },
  {
    name: 'custom-app-wizard',
    page: customApps,
    alt: 'The form App information with name, activate URL and callback URL of a custom app.',
  },
  {
    name: 'data-flows',
    page: '/articles/connection-dashboard.html',
    steps: [{ press: 'Load a busy week' }],
    shows: 'Products created',
    alt: 'The page Data flows of a busy week: products created and products updated, day by day.',
  },
  {
    name: 'data-flows-apps',
    page: '/articles/app-monitoring.html',
    steps: [{ press: 'Track an app' }, { press: 'Let Lantern Feeds read 10 products' }],
    shows: 'Ten products were sent.',
    alt: 'The app Lantern Feeds read ten products, and Data flows counts them as sent today.',
  },
  {
    name: 'error-monitor',
    page: '/articles/app-monitoring.html',
    steps: [{ press: 'Load a busy week' }],
    shows: 'Business error message',
    alt: 'The page Error monitoring: for each refused product the time, the message of the PIM and where it happened.',
  },
  {
    name: 'flow-type-chooser',
    page: connections,
    alt: 'The first of three questions that lead to a flow type: does the software send data into the PIM?',
  },
  {
    name: 'oauth-stepper',
    page: authorization,
    steps: [{ press: 'Begin the activation' }],
    shows: 'GET',
    alt: 'The first message of the activation: it waits to be sent, and each of its parameters is explained.',
  },
  {
    name: 'role-permissions',
    page: customApps,
    steps: [{ press: 'Permissions', role: 'tab' }],
    shows: 'Manage apps',
    alt: 'The page of the role Administrator, on whose tab Permissions the rights on connections and apps are ticked.',
  },
  {
    name: 'token-lab',
    page: '/documentation/authentication.html',
    steps: [{ choose: 'Fernwood ERP', from: 'Take the strings of' }],
    shows: 'Fernwood ERP',
    alt: 'The token lab: client ID, secret, username and password of a connection, and the request for a token that is made of them.',
  },
]
