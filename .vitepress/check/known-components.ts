import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createMemoryHistory } from 'vue-router'
import type { SFCDescriptor } from 'vue/compiler-sfc'
import { createScreensRouter } from '../../playground/ui/pim/router.ts'
import { widgets } from '../../playground/ui/widgets/index.ts'
import { pageComponentNames } from '../markdown/page-components.ts'

type Node = NonNullable<NonNullable<SFCDescriptor['template']>['ast']>['children'][number]

/** A tag of a page that comes to nothing, and what to do about it. */
export interface WrongTag {
  /** The tag as it opens, `<TryIt widget="…" />`, or what of it stands on its first line. */
  opening: string
  message: string
}

/** The number of a component among the tags of Vue's syntax tree (`ElementTypes` in its compiler). */
const componentTag = 1
/** The number of an attribute that is no directive (`NodeTypes` there). */
const attribute = 6

/** What Vue and VitePress bring along. */
const builtIn = [
  'ClientOnly',
  'Component',
  'Content',
  'KeepAlive',
  'Suspense',
  'Teleport',
  'Transition',
  'TransitionGroup',
]

const theme = fileURLToPath(new URL('../theme/index.ts', import.meta.url))
const screens = createScreensRouter(createMemoryHistory())

/** What has to be said to a component of the theme: any one of these attributes. */
const needed: Readonly<Record<string, readonly string[]>> = {
  BackButton: ['to'],
  NextStep: ['to'],
  TryIt: ['widget', 'screen'],
  TutorialTags: ['use-case'],
}

/**
 * The tags of a page that are neither HTML nor a component of the theme, nor imported by the page itself,
 * and those that name a widget or a screen that there is not.
 *
 * @param script the page's own `<script setup>`
 */
export function wrongTags({ template }: SFCDescriptor, script: string): WrongTag[] {
  const known = new Set([...builtIn, ...registered(), ...pageComponentNames()])
  const found: WrongTag[] = []
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (!('tagType' in node)) continue
      const { tag, children, props } = node
      const name = pascalCase(tag)
      const isOwn = new RegExp(`\\b${name}\\b`).test(script)
      if (node.tagType === componentTag && !isOwn) {
        const message = known.has(name)
          ? wrongAttribute(name, props)
          : `Use a component that exists, or put the text in code: nothing is called <${tag}>`
        const opening = /^<[^\n>]*>?/.exec(node.loc.source)?.[0] ?? `<${tag}`
        if (message !== undefined) found.push({ opening, message })
      }
      walk(children)
    }
  }
  walk(template?.ast?.children ?? [])
  return found
}

type Props = Extract<Node, { tagType: unknown }>['props']

function wrongAttribute(name: string, props: Props): string | undefined {
  const wanted = needed[name]
  if (!wanted) return undefined
  // What is bound is known only when the page is there.
  if (props.some((prop) => prop.type !== attribute)) return undefined
  const given = new Map(
    props.map((prop) => [prop.name, 'value' in prop ? prop.value?.content : '']),
  )
  if (!wanted.some((one) => given.get(one)))
    return `Give <${name}> ${wanted.map((one) => `${one}="…"`).join(' or ')}`
  const widget = given.get('widget')
  if (name === 'TryIt' && widget && !Object.hasOwn(widgets, widget))
    return `Name a widget that exists: "${widget}" is none of ${Object.keys(widgets).join(', ')}`
  const screen = given.get('screen')
  if (name === 'TryIt' && screen && isNoScreen(screen))
    return `Name a screen that exists: the PIM has none at ${screen}`
  return undefined
}

function isNoScreen(path: string): boolean {
  return screens.resolve(path).matched.every((route) => route.path === '/:unknown(.*)*')
}

/** The components that the theme lets every page use. */
function registered(): string[] {
  const source = readFileSync(theme, 'utf8')
  return [...source.matchAll(/app\.component\('(\w+)'/g)].map(([, name]) => name ?? '')
}

function pascalCase(tag: string): string {
  return tag
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}
