// Reads a channel of a PIM and stores the structure that an app works with.
// Run it: PIM_URL=https://my-pim.example.com ACCESS_TOKEN=… node structure.mjs
import { writeFile } from 'node:fs/promises'

// #region client
// Reads an address of the PIM with the token of your app.
async function get(path) {
  const pimUrl = process.env.PIM_URL.replace(/\/+$/, '')
  const response = await fetch(`${pimUrl}${path}`, {
    headers: { Authorization: `Bearer ${process.env.ACCESS_TOKEN}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => {
    throw new Error('The PIM did not answer.')
  })
  const answer = await response.json().catch(() => undefined)
  if (!response.ok) {
    throw new Error(`The PIM answered ${response.status}: ${answer?.message ?? ''}`)
  }
  return answer
}
// #endregion client

// #region channel
async function getChannel(code) {
  const channel = await get(`/api/rest/v1/channels/${encodeURIComponent(code)}`)
  if (!channel?.locales || !channel.currencies || !channel.category_tree) {
    throw new Error('The PIM gave no channel.')
  }
  return channel
}
// #endregion channel

// #region store
async function storeStructure(channel) {
  const structure = {
    locales: channel.locales,
    currencies: channel.currencies,
    rootCategory: channel.category_tree,
  }
  await writeFile('structure.json', JSON.stringify(structure))
}
// #endregion store

for (const name of ['PIM_URL', 'ACCESS_TOKEN']) {
  if (!process.env[name]) {
    console.error(`The environment variable ${name} is missing.`)
    process.exit(1)
  }
}

try {
  const code = process.env.CHANNEL || 'ecommerce'
  await storeStructure(await getChannel(code))
  console.log(`The structure of ${code} is in structure.json.`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
