/** An endpoint, with what its parameters have at first. */
export interface ExplorerPreset {
  readonly operation: string
  readonly values: Readonly<Record<string, string>>
}

/** What the API explorer of an article begins with, by the name of its widget. */
export const explorerPresets = {
  'api-explorer': { operation: 'GET /api/rest/v1/products', values: {} },
  'api-explorer-channel': {
    operation: 'GET /api/rest/v1/channels/{code}',
    values: { code: 'ecommerce' },
  },
  'api-explorer-root': { operation: 'GET /api/rest/v1', values: {} },
} as const satisfies Readonly<Record<string, ExplorerPreset>>
