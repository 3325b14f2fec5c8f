/** A 200 whose JSON text is already made; noted, so that nobody need read the response again. */
export function jsonText(
  context: { readonly env: { responseBody?: string } },
  text: string,
): Response {
  context.env.responseBody = text
  return new Response(text, { headers: { 'content-type': 'application/json' } })
}
