/** What the App Store tells about an app and a connector alike. */
export interface StoreItem {
  readonly id: string
  readonly name: string
  readonly logo: string | null
  readonly author: string | null
  readonly partner: string | null
  readonly description: string | null
  readonly url: string | null
  readonly categories: readonly string[]
  readonly certified: boolean
}

/** An app of the App Store: it can be activated. */
export interface StoreApp extends StoreItem {
  readonly activate_url: string
  readonly callback_url: string
  /** What the App Store verifies a code challenge with (contract F). */
  readonly secret: string
}

/** What the App Store lists: a service outside of the PIM. */
export interface Marketplace {
  readonly url: string
  readonly apps: readonly StoreApp[]
  /** Connectors: nothing but a link. */
  readonly extensions: readonly StoreItem[]
}
