import type { HeadConfig } from 'vitepress'
import { feedPath } from './feed.ts'

// Short names, for every page carries it.
const rememberEra = 'if(t.name==="era")localStorage.setItem("era",t.value);'
const switchTheme =
  'if(t.closest(".appearance-switch")){' +
  'document.documentElement.classList.toggle("dark",' +
  't.value==="auto"?matchMedia("(prefers-color-scheme:dark)").matches:t.value==="dark");' +
  'localStorage.setItem("vitepress-theme-appearance",t.value)}'

/** What every page's `<head>` holds besides what VitePress and the page itself put there. */
export const head: HeadConfig[] = [
  ['link', { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }],
  ['link', { rel: 'alternate', type: 'application/rss+xml', title: 'Changes', href: feedPath }],
  ['meta', { name: 'color-scheme', content: 'light dark' }],
  // The router of VitePress stops at a hash that cannot be decoded, and the page with it.
  [
    'script',
    {},
    'try{decodeURIComponent(location.hash)}catch{history.replaceState(null,"",location.pathname+location.search)}',
  ],
  // Whoever chooses a version or a theme before the scripts are there has chosen it all the same.
  [
    'script',
    {},
    `addEventListener("change",({target:t})=>{try{${rememberEra}else ${switchTheme}}catch{}})`,
  ],
  // Without JavaScript nobody can switch code tabs, so all of them are shown, each with its label.
  ['noscript', {}, '<style>.code-tabs [role=tabpanel][hidden]{display:block}</style>'],
]
