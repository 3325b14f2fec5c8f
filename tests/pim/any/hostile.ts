import * as fc from 'fast-check'

/** Texts that have broken servers. */
const tricks = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nX-Injected: 1',
  '\uD800',
  'x\uDFFFy',
  '\uFEFF',
  '\u202Eabc',
  '💥',
  'İ',
  'ß',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '.',
  '..',
  '../../etc/passwd',
  '..%2f..%2f',
  '%',
  '%00',
  '%2e%2e%2f',
  '%C0%AF',
  '/',
  '//',
  '\\',
  'a/b',
  '?',
  '#',
  '&=',
  ';',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  '${7*7}',
  '{{7*7}}',
  'null',
  'undefined',
  'NaN',
  'true',
  '-0',
  '1e400',
  '1e309',
  '9007199254740993',
  '-1',
  '0x10',
  '٣',
  '2024-02-30',
  '0000-00-00',
  '+275760-09-13',
  'javascript:alert(1)',
  'http://',
  'http://[::1',
  'https://user:secret@example.com:99999/',
  '(a+)+$',
  '/(a+)+$/',
  '*/*',
]

/** Any text, whether the PIM could mean something by it or not. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...tricks) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('a', '0', ' ', 'é', '%', '/', '['), fc.constantFrom(101, 256, 2000))
      .map(([letter, times]) => letter.repeat(times)),
  },
)

/** Values that turn against who handles them without a look. */
const jsonTricks = [
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"valueOf":1,"toJSON":1,"then":1,"hasOwnProperty":1,"length":-1}',
  '[{"toString":1,"valueOf":1}]',
  '{"length":-1}',
  '{"length":1e9,"0":"x"}',
  '[[[[[[[[]]]]]]]]',
  '[null]',
  '{"":""}',
]

/** Any JSON value, small ones first. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, {}, []) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...jsonTricks).map((text) => JSON.parse(text) as unknown),
  },
)

/** What a header can carry: Latin-1 without control characters, as `Request` takes it. */
export const hostileHeader: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('', ',', ';', '=', '"', '*/*;q=', 'a/b/c', 'application/json, text/xml'),
    fc.string({
      unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    }),
    fc.constantFrom('a', ',', ';', '"', '(').map((letter) => letter.repeat(2000)),
  )
  .filter((text) => !text.includes('\x7f'))

/** Bytes that are hardly ever text. */
export const hostileBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc
    .constantFrom('c328', 'ff', '00', 'efbbbf7b7d', 'eda080', 'f8888080', '7b2261223a22ff227d')
    .map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
  fc.uint8Array({ maxLength: 100 }),
)
