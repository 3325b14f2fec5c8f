// When pictures of widgets are taken.
const moment = Date.UTC(2026, 0, 15, 10, 0)

/** A script that runs before those of a page: its clock stands, and what it takes for chance comes in the same order. */
export function fixedChanceScript(): string {
  return `{
    const RealDate = Date
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length === 0 ? [${moment}] : given))
      }
      static now() {
        return ${moment}
      }
    }
    // Vue takes a press for one from before the listener was there, where no time has passed between both.
    Event.prototype._vts = Infinity
    let state = 1
    // The generator mulberry32.
    const next = () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return (mixed ^ (mixed >>> 14)) >>> 0
    }
    const fill = (array) => {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = next() & 255
      return array
    }
    crypto.getRandomValues = fill
    Math.random = () => next() / 2 ** 32
    crypto.randomUUID = () => {
      const bytes = fill(new Uint8Array(16))
      bytes[6] = (bytes[6] & 15) | 64
      bytes[8] = (bytes[8] & 63) | 128
      const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
      return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    }
  }`
}
