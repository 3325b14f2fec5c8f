import type { Talk } from './talk.ts'

/** What was counted, and why things failed (contract J). */
export async function talkAboutDashboards({ ask, screen }: Talk): Promise<void> {
  const audit = '/rest/connections/audit'
  await screen('GET', `${audit}/weekly?event_type=product_created`)
  await screen('GET', `${audit}/weekly?event_type=product_updated`)
  await screen('GET', `${audit}/weekly?event_type=product_read`)
  await screen('GET', `${audit}/weekly?event_type=product_read&end_date=2024-05-06`)
  await screen('GET', `${audit}/weekly?event_type=product_read&end_date=yesterday`)
  await screen('GET', `${audit}/weekly?event_type=product_eaten`)
  await screen('GET', `${audit}/weekly`)
  await screen('GET', `${audit}/weekly-error`)
  await screen('GET', `${audit}/weekly-error?end_date=2024-05-01`)
  await screen('GET', `${audit}/weekly-error?end_date=32`)
  await screen('GET', `${audit}/error-count-per-connection?error_type=business`)
  await screen('GET', `${audit}/error-count-per-connection?error_type=technical`)
  await screen('GET', `${audit}/error-count-per-connection?error_type=other`)
  await screen('GET', `${audit}/nothing`)
  await ask('GET', `${audit}/weekly-error`)
  await screen('GET', '/rest/connections/orchard_dam/business-errors')
  await screen('GET', '/rest/connections/orchard_dam/business-errors?end_date=2024-05-06')
  await screen('GET', '/rest/connections/nobody/business-errors')
}
