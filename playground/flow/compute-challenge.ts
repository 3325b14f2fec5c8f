import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The challenge as the PIM computes it: the SHA-256 of identifier and secret, in lower-case hex. */
export function computeChallenge(codeIdentifier: string, clientSecret: string): string {
  return bytesToHex(sha256(utf8ToBytes(codeIdentifier + clientSecret)))
}
