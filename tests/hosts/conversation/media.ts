import { fromScreen, parsed, type Talk } from './talk.ts'

const boundary = 'picture-of-a-connection'

/** A form with one file, as a browser writes it (RFC 7578). */
function formWith(name: string, content: string, field = 'file'): string {
  const head = `Content-Disposition: form-data; name="${field}"; filename="${name}"`
  return `--${boundary}\r\n${head}\r\nContent-Type: image/svg+xml\r\n\r\n${content}\r\n--${boundary}--\r\n`
}

/** Pictures of connections: uploaded, shown, refused (contract B.4). */
export async function talkAboutMedia({ ask, screen }: Talk): Promise<void> {
  const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const upload = { ...fromScreen, ...multipart }
  // The first bytes of a GIF are ASCII, so that it can travel as a text.
  const picture = 'GIF89a;'
  const uploaded = parsed(await ask('POST', '/media/', upload, formWith('logo.gif', picture)))
  const path = encodeURIComponent(uploaded['filePath'] ?? '')
  await ask('POST', '/rest/media/', upload, formWith('old.png', 'PNG'))
  await ask('POST', '/media/', upload, formWith('notes.txt', 'A note'))
  await ask('POST', '/media/', upload, formWith('', picture))
  await ask('POST', '/media/', upload, formWith('logo.gif', picture, 'other'))
  await ask('POST', '/media/', upload, formWith('../../logo.gif', picture))
  await ask('POST', '/media/', upload, formWith('logo.gif', 'x'.repeat(2_000_001)))
  await ask('POST', '/media/', upload, `--${boundary}\r\nbroken`)
  await ask('POST', '/media/', { ...upload, 'content-type': 'multipart/form-data' }, picture)
  await ask('POST', '/media/', multipart, formWith('logo.gif', picture))
  await screen('POST', '/media/', { file: picture })
  await ask('GET', `/media/show/${path}/thumbnail`)
  await ask('GET', `/media/show/${path}/preview`)
  await ask('HEAD', `/media/show/${path}/thumbnail`)
  await ask('GET', '/media/show/no%2Fsuch%2Fpicture.png/thumbnail')
  await ask('GET', '/media/show/..%2F..%2Fetc%2Fpasswd/thumbnail')
  await ask('GET', `/media/show/${path}`)
  await screen('POST', '/rest/connections/fernwood_erp', {
    label: 'Fernwood ERP',
    flow_type: 'data_source',
    image: uploaded['filePath'],
  })
  await screen('GET', '/rest/connections/fernwood_erp')
}
