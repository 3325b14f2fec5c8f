/** A period of the product's wording; the articles span all four. */
export type Era = 'apps-2019' | 'connections-2020' | 'test-apps-2022' | 'today'

/** Every era, oldest first. */
export const eras: readonly Era[] = ['apps-2019', 'connections-2020', 'test-apps-2022', 'today']

/** One thing and several of it, as a select and as a section title say it. */
export interface Noun {
  one: string
  many: string
}

/** Every label that differs per era. Labels are given as written; capitals are a matter of style sheets. */
export interface Words {
  /** How a reader picks this wording. */
  era: string
  menu: {
    /** The tab of the left bar that holds the connections: `System` or `Connect`. */
    connectionsTab: string
    /** The entry of the connections in that tab. */
    connections: string
    /** The tab that holds the dashboard of data flows. */
    dataFlowsTab: string
    dataFlows: string
    appStore: string
    connectedApps: string
  }
  /** What a declared third party is called, in the middle of a sentence and at its start. */
  connection: Noun & { title: string; titleMany: string }
  flowTypes: Record<'data_source' | 'data_destination' | 'other', Noun>
  /** The checkbox that turns monitoring on, and what stands beside it for the flow type `Other`. */
  track: string
  trackUnavailable: string
  customApps: {
    /** What an app declared in one PIM is called. */
    noun: Noun
    createButton: string
    /** The badge in the App Store's header; null where there is none. */
    badge: string | null
    /** The small line above the title of the form, and above that of the deletion. */
    createOverline: string
    deleteOverline: string
    section: string
    connectedSection: string
    deleted: string
    deleteFailed: string
    limitReached: string
    /** The warning beside fresh credentials; null where they can be had again. */
    credentialsShownOnce: string | null
  }
  connectedApps: { section: string; manage: string; open: string }
  /** Groups and labels of the tab `Permissions` of a role (contract K). */
  permissions: {
    manageConnections: { group: string; label: string }
    manageApps: { group: string; label: string }
    openApps: { group: string; label: string }
    manageCustomApps: { group: string; label: string }
  }
}

const today: Words = {
  era: 'Today: connections and custom apps',
  menu: {
    connectionsTab: 'Connect',
    connections: 'Connection settings',
    dataFlowsTab: 'Connect',
    dataFlows: 'Data flows',
    appStore: 'App Store',
    connectedApps: 'Connected Apps',
  },
  connection: {
    one: 'connection',
    many: 'connections',
    title: 'Connection',
    titleMany: 'Connections',
  },
  flowTypes: {
    data_source: { one: 'Data source', many: 'Data sources' },
    data_destination: { one: 'Data destination', many: 'Data destinations' },
    other: { one: 'Other', many: 'Others' },
  },
  track: 'Track in Data flows dashboard',
  trackUnavailable: 'You can only track "Source" and "Destination" connections.',
  customApps: {
    noun: { one: 'custom app', many: 'custom apps' },
    createButton: 'Create an App',
    badge: null,
    createOverline: 'Create a custom app',
    deleteOverline: 'Delete a custom app',
    section: 'My custom apps',
    connectedSection: 'My connected custom apps',
    deleted: 'Custom app successfully deleted.',
    deleteFailed: 'Sorry, an error occured while deleting the custom app.',
    limitReached: 'You reached the limit of 20 custom apps.',
    credentialsShownOnce: null,
  },
  connectedApps: { section: 'Connected apps', manage: 'Manage app', open: 'Open App' },
  permissions: {
    manageConnections: { group: 'Connect', label: 'Manage connections settings' },
    manageApps: { group: 'Connect', label: 'Manage apps' },
    openApps: { group: 'Connect', label: 'Open apps' },
    manageCustomApps: { group: 'Connect', label: 'Create and delete custom apps' },
  },
}

const testApps: Words = {
  ...today,
  era: '2022: connections and test apps',
  customApps: {
    noun: { one: 'test app', many: 'test apps' },
    createButton: 'Create a test App',
    badge: 'Developer mode',
    createOverline: 'Create a test app',
    deleteOverline: 'Delete a test app',
    section: 'My test apps',
    connectedSection: 'My connected test apps',
    deleted: 'Test app successfully deleted.',
    deleteFailed: 'Sorry, an error occured while deleting the test app.',
    limitReached: 'You reached the limit of 20 test apps.',
    credentialsShownOnce:
      'Make sure to save these credentials somewhere as we show them only once here.',
  },
  permissions: {
    ...today.permissions,
    manageCustomApps: { group: 'Developer mode', label: 'Manage test apps' },
  },
}

// The two oldest wordings know no activated apps: what concerns those keeps the words of the first wording that does.
const connections: Words = {
  ...testApps,
  era: '2020: connections in the System menu',
  menu: {
    connectionsTab: 'System',
    connections: 'Connections',
    dataFlowsTab: 'Activity',
    dataFlows: 'Connection dashboard',
    appStore: 'Marketplace',
    connectedApps: 'Connected Apps',
  },
  flowTypes: {
    data_source: { one: 'Source connection', many: 'Source connections' },
    data_destination: { one: 'Destination connection', many: 'Destination connections' },
    other: { one: 'Other', many: 'Others' },
  },
  track: 'Enable the monitoring',
  trackUnavailable: 'You can only monitor source and destination connections.',
  permissions: {
    ...testApps.permissions,
    manageConnections: { group: 'System', label: 'Manage connections settings' },
  },
}

const apps: Words = {
  ...connections,
  era: '2019: connections were called apps',
  menu: { ...connections.menu, connections: 'Apps', dataFlows: 'App monitoring' },
  connection: { one: 'app', many: 'apps', title: 'App', titleMany: 'Apps' },
  flowTypes: {
    data_source: { one: 'Source app', many: 'Source apps' },
    data_destination: { one: 'Destination app', many: 'Destination apps' },
    other: { one: 'Other', many: 'Others' },
  },
  trackUnavailable: 'You can only monitor source and destination apps.',
  permissions: {
    ...connections.permissions,
    manageConnections: { group: 'System', label: 'Manage apps settings' },
  },
}

/** The labels of each era (contract A, A.1, K). */
export const words: Readonly<Record<Era, Words>> = {
  'apps-2019': apps,
  'connections-2020': connections,
  'test-apps-2022': testApps,
  today,
}
