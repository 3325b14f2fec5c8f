import { PimError } from './error.ts'
import type { Operation } from './operation.ts'
import type { UploadedFile } from './state.ts'
import { quote } from './text.ts'

const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['png', 'image/png'],
  ['wbmp', 'image/vnd.wap.wbmp'],
  ['xbm', 'image/x-xbitmap'],
  ['webp', 'image/webp'],
  ['bmp', 'image/bmp'],
])
const largest = 2_000_000

/** Keeps a picture. Throws `unprocessable` for what is no picture by its name, and for what is too large. */
export function keepFile(operation: Operation, given: string, content: Uint8Array): UploadedFile {
  // A browser may say where the file was.
  const name = given.replace(/^.*[/\\]/s, '')
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const mimeType = mimeTypes.get(extension)
  const because = `The file ${quote(name)} ends in ${quote(extension)}; allowed are ${[...mimeTypes.keys()].join(', ')}`
  if (!operation.check('file.picture', mimeType !== undefined, because) || !mimeType) {
    const message = 'Sorry, the file you are trying to upload has an extension not allowed.'
    throw new PimError('unprocessable', message)
  }
  const { length } = content
  if (!operation.check('file.small', isSmall(length), `The file has ${length} bytes`)) {
    throw new PimError('unprocessable', `The file is larger than ${largest} bytes.`)
  }
  const id = operation.newId().replaceAll('-', '')
  const path = `${Array.from(id.slice(0, 4)).join('/')}/${id}_${safeName(name)}`
  const file = { path, name, mimeType, content: toBase64(content) }
  operation.files.put(path, file)
  return file
}

/** The bytes of a kept file. Throws `not-found`. */
export function readFile(
  operation: Operation,
  path: string,
): [UploadedFile, Uint8Array<ArrayBuffer>] {
  const file = operation.files.get(path)
  if (!operation.check('file.known', file !== undefined, `The path is ${quote(path)}`) || !file) {
    throw new PimError('not-found', 'The file was not found.')
  }
  return [file, Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0))]
}

/** Whether a picture of so many bytes can be kept. */
export function isSmall(byteLength: number): boolean {
  return byteLength <= largest
}

function safeName(name: string): string {
  return name.slice(-100).replace(/[^a-zA-Z0-9.]/g, '_')
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
