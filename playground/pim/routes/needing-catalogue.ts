// Addresses whose answers have nothing to do with products and how they are structured.
const others = [
  /^\/$/,
  /^\/(?:connect|media|user)\//,
  /^\/notification\//,
  /^\/rest\/(?:apps|connections|custom-apps|events-api-debug|feature-flags|marketplace|media|roles|user|user-groups)(?:\/|$)/,
  /^\/api\/oauth\//,
  /^\/api\/rest\/v1(?:\/?$|\/(?:system-information|test-apps)(?:\/|$))/,
  // Going back to the beginning takes the products along.
  /^\/_control\/(?!reset(?:\/|$))/,
]

/** Whether the answer to a request may depend on the product catalogue, so that it must be loaded before. */
export function needsCatalogue(path: string): boolean {
  return !others.some((pattern) => pattern.test(path))
}
