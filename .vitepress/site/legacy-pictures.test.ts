import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeLegacyPictures } from './legacy-pictures.ts'
import { writeFolder } from './write-folder.ts'

test('pictures of help articles are at their earlier addresses too', () => {
  const outDir = writeFolder({
    'img/articles/kettle.png': 'kettle',
    'img/articles/kettle.webp': 'kettle',
    'img/apps/pot.png': 'pot',
  })
  writeLegacyPictures({ outDir })
  expect(readdirSync(join(outDir, 'pim/serenity/img'))).toEqual(['kettle.png'])
  expect(readFileSync(join(outDir, 'pim/serenity/img/kettle.png'), 'utf8')).toBe('kettle')
})

test('a site without such pictures gets no such folder', () => {
  const outDir = writeFolder({ 'index.html': '' })
  writeLegacyPictures({ outDir })
  expect(existsSync(join(outDir, 'pim'))).toBe(false)
})
