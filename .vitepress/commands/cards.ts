import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../pictures/chromium.ts'
import { readDocsFolder } from '../site/docs-folder.ts'
import { createPageIndex } from '../site/pages.ts'
import { cardDigest, cardHtml, cardSize, pagesWithCards } from '../site/social-card.ts'
import { CommandError, readOptions, runCommand } from './options.ts'

const drawnCards = fileURLToPath(new URL('../site/drawn-cards.json', import.meta.url))

await runCommand(async () => {
  readOptions([], 'npm run cards')
  const docs = readDocsFolder()
  const folder = join(docs.publicDirectory, 'img/cards')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  })
  try {
    const page = await browser.newPage({ viewport: cardSize })
    const pages = pagesWithCards(createPageIndex(docs))
    for (const [name, one] of pages) {
      await page.setContent(cardHtml(one))
      if ((await page.title()) !== 'whole') {
        throw new CommandError(
          `Shorten the title or the description of ${one.path}: its card is full`,
        )
      }
      writeFileSync(join(folder, `${name}.png`), await page.screenshot())
    }
    for (const file of readdirSync(folder))
      if (!pages.has(basename(file, '.png'))) rmSync(join(folder, file))
    const digests = Object.fromEntries([...pages].map(([name, one]) => [name, cardDigest(one)]))
    writeFileSync(drawnCards, `${JSON.stringify(digests, null, 2)}\n`)
    console.log(`Drew ${pages.size} cards into ${folder}`)
  } finally {
    await browser.close()
  }
})
