import type { Picture } from '../picture.ts'

const dataFlows = '/connect/data-flows'

/** What goes in and out of the PIM, and what goes wrong. */
export const dataFlowsPictures: readonly Picture[] = [
  {
    name: 'connection-dashboard',
    folder: 'articles',
    scenario: 'busy-week',
    screen: dataFlows,
    viewport: { width: 1120, height: 900 },
  },
  {
    name: 'number-of-products-created-updated',
    folder: 'articles',
    scenario: 'busy-week',
    screen: dataFlows,
    region: ['region "Inbound"'],
    viewport: { width: 1120, height: 2000 },
  },
  {
    name: 'number-of-products-sent',
    folder: 'articles',
    scenario: 'busy-week',
    screen: dataFlows,
    region: ['region "Outbound"'],
    viewport: { width: 1120, height: 2000 },
  },
  {
    name: 'source-connection-dropdown',
    folder: 'articles',
    scenario: 'busy-week',
    screen: dataFlows,
    steps: ['open combobox in region "Inbound"'],
    region: ['heading "Inbound"', 'combobox in region "Inbound"', 'option "Brindle PLM"'],
    margin: 24,
    viewport: { width: 1120, height: 2000 },
  },
  {
    name: 'destination-connection-dropdown',
    folder: 'articles',
    scenario: 'busy-week',
    screen: dataFlows,
    steps: ['open combobox in region "Outbound"'],
    region: ['heading "Outbound"', 'combobox in region "Outbound"', 'option "Harbour POS"'],
    margin: 24,
    viewport: { width: 1120, height: 2000 },
  },
  {
    name: 'error-monitoring-connection-dashboard',
    folder: 'articles',
    scenario: 'busy-week',
    screen: dataFlows,
    region: ['region "Errors on…"', 'region "Business errors…"'],
    viewport: { width: 1120, height: 2400 },
  },
  {
    name: 'connection-monitoring-page',
    folder: 'articles',
    scenario: 'busy-week',
    screen: '/connect/connection-settings/fernwood_erp/monitoring',
    viewport: { width: 1060, height: 640 },
  },
]
