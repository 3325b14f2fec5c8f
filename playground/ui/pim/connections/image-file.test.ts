import { expect, it } from 'vitest'
import { isImageName } from './image-file.ts'

it('takes the extensions of the contract, in any case', () => {
  expect(isImageName('logo.PNG')).toBe(true)
  expect(isImageName('my.shop.webp')).toBe(true)
})

it('takes no other file, and no file without a name or an extension', () => {
  for (const name of ['logo.svg', 'logo', '.png', 'png', 'logo.png.exe', '']) {
    expect(isImageName(name)).toBe(false)
  }
})
