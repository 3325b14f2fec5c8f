// A small app that connects to a PIM and receives an access token.
// Run it: CLIENT_ID=… CLIENT_SECRET=… node app.mjs
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

/** What the app remembers of each browser, by session id. */
const sessions = new Map()

// #region activate
// GET /activate?pim_url=https://my-pim.example.com
function activate(request, response) {
  const { searchParams } = new URL(`http://localhost${request.url}`)
  const pimUrl = readHttpUrl(searchParams.get('pim_url') ?? '')
  if (!pimUrl) {
    sendPage(response, 400, 'Not activated', 'The pim_url must be an http or https URL.')
    return
  }

  // Nobody can guess the state: only the browser that starts here can finish at the callback.
  const state = randomBytes(16).toString('hex')
  const sessionId = randomUUID()
  sessions.set(sessionId, { pimUrl, state })

  const query = new URLSearchParams({
    response_type: 'code',
    client_id: process.env.CLIENT_ID,
    scope: 'read_products write_products',
    state,
  })
  response.writeHead(302, {
    'Set-Cookie': `app_session=${sessionId}; Path=/; HttpOnly; SameSite=Lax`,
    Location: `${pimUrl}/connect/apps/v1/authorize?${String(query).replaceAll('+', '%20')}`,
  })
  response.end()
}

function readHttpUrl(text) {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  return new URL(text).href.replace(/\/+$/, '')
}
// #endregion activate

// #region callback
// GET /callback?code=…&state=…
async function callback(request, response) {
  const { searchParams } = new URL(`http://localhost${request.url}`)
  const session = takeSession(request)
  if (!session || !isSameText(session.state, searchParams.get('state') ?? '')) {
    sendPage(response, 403, 'Not connected', 'The state is not the one this app gave you.')
    return
  }
  const code = searchParams.get('code')
  if (!code) {
    sendPage(response, 400, 'Not connected', 'The code is missing.')
    return
  }
  try {
    const { access_token: token, scope } = await requestToken(session.pimUrl, code)
    console.log(`Access token: ${token}`)
    sendPage(response, 200, 'Connected', `Access token: ${token}`, `Scope: ${scope}`)
  } catch (error) {
    sendPage(response, 502, 'Not connected', `The PIM gave no token: ${error.message}`)
  }
}

async function requestToken(pimUrl, code) {
  const codeIdentifier = randomBytes(30).toString('hex')
  const codeChallenge = createHash('sha256')
    .update(codeIdentifier + process.env.CLIENT_SECRET)
    .digest('hex')
  const response = await fetch(`${pimUrl}/connect/apps/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: process.env.CLIENT_ID,
      code,
      grant_type: 'authorization_code',
      code_identifier: codeIdentifier,
      code_challenge: codeChallenge,
    }),
  })
  const answer = await response.json()
  if (!response.ok || typeof answer.access_token !== 'string') {
    const { error = '', error_description: description = '' } = answer
    throw new Error(`status ${response.status} ${error} ${description}`)
  }
  return answer
}
// #endregion callback

function home(request, response) {
  sendPage(response, 200, 'A small app', 'To connect it, open it from the App Store of your PIM.')
}

/** Gives the session of this browser and forgets it, so that a state is used once. */
function takeSession(request) {
  const [, sessionId] = /(?:^|; )app_session=([^;]+)/.exec(request.headers.cookie ?? '') ?? []
  const session = sessions.get(sessionId)
  sessions.delete(sessionId)
  return session
}

/** Compares in constant time: how long it takes tells nothing about the expected text. */
function isSameText(expected, actual) {
  const [a, b] = [expected, actual].map((text) => new TextEncoder().encode(text))
  return a.length === b.length && timingSafeEqual(a, b)
}

function sendPage(response, status, title, ...lines) {
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(
    `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${paragraphs}</html>`,
  )
}

function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

for (const name of ['CLIENT_ID', 'CLIENT_SECRET']) {
  if (!process.env[name]) {
    console.error(`The environment variable ${name} is missing.`)
    process.exit(1)
  }
}

const handlers = new Map([
  ['/', home],
  ['/activate', activate],
  ['/callback', callback],
])

const server = createServer((request, response) => {
  const handle = handlers.get(new URL(`http://localhost${request.url}`).pathname)
  if (!handle) {
    sendPage(response, 404, 'Not found', 'This app has no such page.')
  } else if (request.method !== 'GET') {
    response.writeHead(405, { Allow: 'GET' })
    response.end()
  } else {
    handle(request, response)
  }
})

server.listen(Number(process.env.PORT ?? 8000), () => {
  console.log(`App listening on http://localhost:${server.address().port}`)
})
