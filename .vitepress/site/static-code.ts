import type { compile } from 'vue'

type CompilerOptions = NonNullable<Parameters<typeof compile>[1]>
type NodeTransform = NonNullable<CompilerOptions['nodeTransforms']>[number]

// The numbers of Vue's syntax tree (`NodeTypes` in its compiler).
const simpleExpression = 4
const directive = 7
const rolesAroundCode = new Set(['tablist', 'tabpanel'])

/**
 * Lets Vue keep the code in tabs as text.
 *
 * Vue writes what never changes as one string, which a page need not build again in the browser, but not
 * where an element has the attribute `role`: it is none of those that Vue knows. Thousands of coloured
 * words would then be built one by one. Bound, the attribute concerns its own element alone.
 */
export const staticCode: NodeTransform = (node) => {
  if (!('props' in node)) return
  node.props = node.props.map((prop) => {
    const role = prop.name === 'role' && 'value' in prop ? prop.value?.content : undefined
    if (role === undefined || !rolesAroundCode.has(role)) return prop
    const content = JSON.stringify({ role })
    const { loc } = prop
    const exp = { type: simpleExpression, content, isStatic: false, constType: 0, loc }
    const bound = { type: directive, name: 'bind', exp, arg: undefined, modifiers: [], loc }
    return bound as unknown as typeof prop
  })
}
