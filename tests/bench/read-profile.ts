/** A profile of the processor (Chrome DevTools Protocol, `Profiler.Profile`), as far as it is read here. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
    readonly children?: readonly number[]
  }[]
  readonly samples?: readonly number[]
  readonly timeDeltas?: readonly number[]
}

const noScripts = new Set(['(idle)', '(program)', '(root)'])

/**
 * Which script files the time of scripts was spent in, as shares of 1, the largest first. What the browser does for a
 * script (an element made, a request sent) is that script's.
 */
export function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): [string, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((each) => [each, id])),
  )

  function fileOf(id: number): string {
    const { url, functionName } = byId.get(id)?.callFrame ?? { url: '', functionName: '' }
    if (url !== '') return nameOf(url)
    const parent = parents.get(id)
    const isLast = parent === undefined || byId.get(parent)?.callFrame.functionName === '(root)'
    return isLast ? functionName || 'the browser' : fileOf(parent)
  }

  const spent = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    if (noScripts.has(byId.get(id)?.callFrame.functionName ?? '')) continue
    // A delta is the time before its sample; the sample lasts until the next one.
    const file = fileOf(id)
    spent.set(file, (spent.get(file) ?? 0) + (timeDeltas[index + 1] ?? 0))
  }
  const all = [...spent.values()].reduce((sum, each) => sum + each, 0)
  return [...spent]
    .map(([file, time]): [string, number] => [file, time / all])
    .toSorted((one, other) => other[1] - one[1])
}

/** The name of a file without its folder and its hash. */
function nameOf(url: string): string {
  return (url.split('/').at(-1) ?? url).replace(/\.[\w-]+\.js$/, '')
}
