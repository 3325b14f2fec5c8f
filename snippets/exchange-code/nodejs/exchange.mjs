// Exchanges the code that a callback URL received for the permanent token of an app.
// Run it: PIM_URL=… CLIENT_ID=… CLIENT_SECRET=… CODE=… node exchange.mjs
import { createHash, randomBytes } from 'node:crypto'

for (const name of ['PIM_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'CODE']) {
  if (!process.env[name]) {
    console.error(`The environment variable ${name} is missing.`)
    process.exit(1)
  }
}

// #region challenge
const codeIdentifier = randomBytes(30).toString('hex')
const codeChallenge = createHash('sha256')
  .update(codeIdentifier + process.env.CLIENT_SECRET)
  .digest('hex')
// #endregion challenge

try {
  const pimUrl = process.env.PIM_URL.replace(/\/+$/, '')
  const response = await fetch(`${pimUrl}/connect/apps/v1/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: process.env.CLIENT_ID,
      code: process.env.CODE,
      grant_type: 'authorization_code',
      code_identifier: codeIdentifier,
      code_challenge: codeChallenge,
    }),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
  const body = await response.text()
  if (response.ok) {
    console.log(body)
  } else {
    console.error(`The PIM answered ${response.status}: ${body}`)
    process.exitCode = 1
  }
} catch {
  console.error('The PIM did not answer.')
  process.exitCode = 1
}
