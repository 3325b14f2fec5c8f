import { defaultScenario, type Mismatch, type Scenario } from '../../../pim/index.ts'
import { collectionNames, fieldKinds, type FieldKind } from './field-kinds.ts'

type Fields = Record<string, unknown>

/** Random bytes, as many as asked for. */
export type Random = (byteLength: number) => Uint8Array

/**
 * A scenario as a link holds it: every secret is left out. A null stays, which says that there was no secret. What no
 * table names as open stays out as well.
 */
export function withoutSecrets(scenario: Scenario): Fields {
  const shared: Fields = { ...scenario }
  for (const name of collectionNames) {
    const kinds: Record<string, FieldKind> = fieldKinds[name]
    shared[name] = scenario[name].map((record: object) =>
      Object.fromEntries(
        Object.entries(record).filter(
          ([field, value]) => kinds[field] === 'open' || (kinds[field] && value === null),
        ),
      ),
    )
  }
  return shared
}

/** The first secret that a shared scenario holds although none may be in a link, or nothing. */
export function findSecret(shared: unknown): Mismatch | undefined {
  for (const { name, index, record } of recordsIn(shared)) {
    for (const [field, kind] of Object.entries<FieldKind>(fieldKinds[name])) {
      if (kind === 'open' || (record[field] ?? null) === null) continue
      return { pointer: `/${name}/${index}/${field}`, message: 'A link must not hold a secret' }
    }
  }
  return undefined
}

/**
 * A shared scenario with a fresh secret wherever one was left out, each of the length and alphabet that the PIM gives
 * it (contract B.3, D.2, E.8). Both records of one client get the same secret. What is no scenario is given back as it
 * is, for the PIM to say what is wrong.
 */
export function withFreshSecrets(shared: unknown, random: Random = randomBytes): unknown {
  if (!isFields(shared)) return shared
  const whole: Fields = structuredClone(shared)
  const secretOfClient = new Map<unknown, string>()

  function clientSecret(record: Fields): string {
    const id = record['clientId'] ?? record['id']
    const isApp = 'clientId' in record || usesCodes(record)
    const secret = secretOfClient.get(id) ?? (isApp ? newToken(random) : newBase36(random, 50))
    secretOfClient.set(id, secret)
    return secret
  }

  const makers: Record<Exclude<FieldKind, 'open'>, (record: Fields, field: string) => unknown> = {
    token: () => newToken(random),
    base36: () => newBase36(random, 50),
    clientSecret,
    // People sign in with their username again: who opens a link could not know another password.
    password: (user) => (user['type'] === 'user' ? user['username'] : newPassword(random)),
    // A key and its certificate belong together: both are those that every fresh PIM begins with.
    keyPart: (_key, field) => (defaultScenario.openIdKeys[0] as Fields | undefined)?.[field],
  }

  for (const { name, record } of recordsIn(whole)) {
    for (const [field, kind] of Object.entries<FieldKind>(fieldKinds[name])) {
      if (kind !== 'open' && !(field in record)) record[field] = makers[kind](record, field)
    }
  }
  return whole
}

function* recordsIn(shared: unknown) {
  if (!isFields(shared)) return
  for (const name of collectionNames) {
    const records = shared[name]
    if (!Array.isArray(records)) continue
    for (const [index, record] of records.entries()) {
      if (isFields(record)) yield { name, index, record }
    }
  }
}

function usesCodes({ grantTypes }: Fields): boolean {
  return Array.isArray(grantTypes) && grantTypes.includes('authorization_code')
}

function newToken(random: Random): string {
  return btoa(toHex(random(32))).replace(/=+$/, '')
}

function newPassword(random: Random): string {
  return toHex(random(5)).slice(0, 9)
}

function newBase36(random: Random, length: number): string {
  return Array.from(random(length), (byte) => (byte % 36).toString(36)).join('')
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function randomBytes(byteLength: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(byteLength))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
