/**
 * Whether the part of an address behind its page carries a scenario, or what is left of one: cut off before its data,
 * in capitals, or behind the address of a screen. Whoever reads it says what is wrong.
 */
export function isScenarioHash(hash: string): boolean {
  return /#scenario(=|$)/i.test(hash)
}
