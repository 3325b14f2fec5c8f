import { defineConfig } from 'vitepress'

export default defineConfig({
  srcDir: 'docs',
  outDir: '.vitepress/dist',
  srcExclude: ['_fragments/**'],
  title: 'Connect your PIM',
  description: 'How to connect software to a PIM, with every procedure to try on the page',
  lang: 'en',
  cleanUrls: false,
  lastUpdated: true,
  ignoreDeadLinks: true,
})
