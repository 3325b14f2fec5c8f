import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../pictures/chromium.ts'
import { readDocsFolder } from '../site/docs-folder.ts'
import { createPageIndex } from '../site/pages.ts'
import { cardHtml, cardSize } from '../site/social-card.ts'
import { CommandError, readOptions, runCommand } from './options.ts'

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
    const pages = createPageIndex(docs)
      .pages()
      .filter(({ link, frontMatter }) => frontMatter.id !== undefined || link === '/')
    for (const one of pages) {
      await page.setContent(cardHtml(one))
      if ((await page.title()) !== 'whole') {
        throw new CommandError(
          `Shorten the title or the description of ${one.path}: its card is full`,
        )
      }
      const name = one.link === '/' ? 'site' : one.frontMatter.id
      writeFileSync(join(folder, `${name}.png`), await page.screenshot())
    }
    console.log(`Drew ${pages.length} cards into ${folder}`)
  } finally {
    await browser.close()
  }
})
