/** What a part of an exchange means. */
export interface Explanation {
  readonly text: string
  /** Address of the paragraph that says more. */
  readonly link: string
}

const authorization = '/apps/authentication-and-authorization.html'
const askFor = `${authorization}#step-2-ask-for-authorizations`
const tokenRequest = `${authorization}#token-request`
const tokenSuccess = `${authorization}#token-success-response`
const tokenError = `${authorization}#token-error-response`
const challenge = `${authorization}#whats-the-code-challenge`
const activation =
  '/tutorials/how-to-get-your-app-token.html#step-1-expose-your-activation-and-callback-urls'
const basics = '/documentation/introduction.html'
const createApp = '/apps/create-custom-app.html#step-2-create-an-app-get-credentials'

/**
 * What the names of the flow and of the API's envelope mean: by name, or by `place:name` or `side:place:name` where
 * another place makes it somebody's own (contract E and F).
 */
export const flowExplanations: Readonly<Record<string, Explanation>> = {
  // Activation and authorization request
  pim_url: {
    text: 'Tells the app which PIM wants to connect: every address of the flow is built from it.',
    link: activation,
  },
  response_type: {
    text: 'Always "code": the app asks for an authorization code, not for a token right away.',
    link: askFor,
  },
  client_id: {
    text: 'Says which app is asking. It is no secret: the PIM made it when the app was created.',
    link: askFor,
  },
  'query:scope': {
    text: 'The rights that the app asks for, separated by spaces. The wizard shows them to the user.',
    link: askFor,
  },
  'location:scope': {
    text: 'The rights that the app asks for, separated by spaces. The wizard shows them to the user.',
    link: askFor,
  },
  state: {
    text: 'Random text that the app makes up and gets back unchanged: so it knows that the answer belongs to its own question.',
    link: askFor,
  },
  'response:json:error': {
    text: 'Why the PIM refused, as one fixed word or as the key of a text.',
    link: tokenError,
  },
  'location:error': {
    text: 'Why the PIM refused, as the key of the text that its error page shows.',
    link: askFor,
  },
  'response:json:error_description': {
    text: 'The same in a sentence. Not every error has one.',
    link: tokenError,
  },

  // Callback and token request
  code: {
    text: 'The authorization code: good for one use within 30 seconds. On its own it opens nothing.',
    link: `${authorization}#step-3-get-a-permanent-access-token`,
  },
  grant_type: {
    text: 'Always "authorization_code": the app trades its code for a token.',
    link: tokenRequest,
  },
  code_identifier: {
    text: 'Random text that the app makes up for this one request. The challenge is computed from it.',
    link: challenge,
  },
  code_challenge: {
    text: 'The SHA-256 of the code identifier followed by the client secret, in lower-case hex: it proves that the app knows the secret without sending it.',
    link: challenge,
  },

  // Token response
  'response:json:access_token': {
    text: 'What the app was after: the key to the API. It never expires, so it has to be kept safe.',
    link: tokenSuccess,
  },
  'response:json:token_type': {
    text: 'Always "bearer": whoever bears the token may use it.',
    link: tokenSuccess,
  },
  'response:json:scope': {
    text: 'The rights that were granted, sorted by name. They can be fewer than the app asked for.',
    link: tokenSuccess,
  },
  'response:json:id_token': {
    text: 'Says who the user is, signed by the PIM. It comes only with the scope "openid".',
    link: `${authorization}#step-2-extract-user-information`,
  },

  // The PIM's own screens on the way
  'response:json:url': {
    text: "The app's activation address with the address of this PIM added.",
    link: activation,
  },
  redirecturl: {
    text: "Where the browser goes next: the app's callback address with code and state.",
    link: askFor,
  },
  appid: { text: 'The client id of the app that was just connected.', link: askFor },
  usergroup: { text: 'The user group that was made for this connected app.', link: askFor },
  appname: { text: 'The name under which the app was created.', link: createApp },
  scopemessages: {
    text: 'The lines of the wizard: one per group of rights, the highest level only.',
    link: `${authorization}#available-authorization-scopes`,
  },
  authenticationscopes: {
    text: 'What the app wants to know about the user.',
    link: `${authorization}#available-authentication-scopes`,
  },
  'request:json:name': {
    text: 'The name that users will see, in the wizard too.',
    link: createApp,
  },
  applogo: { text: 'The picture of the app. A custom app has none.', link: createApp },
  appurl: { text: 'Its page in the App Store. A custom app has none.', link: createApp },
  appiscertified: {
    text: 'Whether the app was certified: the wizard then shows a disclaimer as well.',
    link: createApp,
  },
  oldscopemessages: {
    text: 'What the app was allowed before; null on the first connection.',
    link: `${authorization}#available-authorization-scopes`,
  },
  oldauthenticationscopes: {
    text: 'What the app knew about the user before; null on the first connection.',
    link: `${authorization}#available-authentication-scopes`,
  },
  displaycheckboxconsent: {
    text: 'Whether the wizard asks for the consent: on the first connection only.',
    link: askFor,
  },
  'scopemessages[].icon': {
    text: 'Which sign stands before the line.',
    link: `${authorization}#available-authorization-scopes`,
  },
  'scopemessages[].type': {
    text: 'The highest level that is asked for: view, edit or delete.',
    link: `${authorization}#available-authorization-scopes`,
  },
  'scopemessages[].entities': {
    text: 'What the level is about.',
    link: `${authorization}#available-authorization-scopes`,
  },
  clientid: { text: 'The identifier of the new app, a UUID.', link: createApp },
  clientsecret: {
    text: 'What only the PIM and the app know. It is never sent again: the app proves it by the challenge.',
    link: createApp,
  },
  activateurl: {
    text: 'Where the PIM sends the browser when the user connects the app.',
    link: activation,
  },
  callbackurl: { text: 'Where the PIM sends the browser with the code.', link: activation },

  // API
  'query:limit': {
    text: 'How many items one page holds: 10 unless asked, 100 at most.',
    link: `${basics}#paging-errors-limits`,
  },
  'query:page': {
    text: 'Which page of the list, counted from 1.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:current_page': {
    text: 'Which page of the list this is.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:_links': {
    text: 'The addresses of this page and of its neighbours.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:_embedded': {
    text: 'The items of this page.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:message': {
    text: 'What went wrong, in a sentence.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:code': {
    text: 'The HTTP status once more, so that it is in the body as well.',
    link: `${basics}#paging-errors-limits`,
  },
  'query:with_count': {
    text: 'Whether the answer says how many items there are on all pages together.',
    link: `${basics}#paging-errors-limits`,
  },
  search: {
    text: 'Which items are wanted: conditions on their properties, as JSON.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:href': {
    text: 'The address itself, ready to be called.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:self': {
    text: 'Where this very page or item is found.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:first': {
    text: 'Where the first page is.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:next': {
    text: 'Where the next page is; the last page has none.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:previous': {
    text: 'Where the page before is; the first page has none.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:_embedded.items': {
    text: 'The items themselves. Below stand the keys of the first one.',
    link: `${basics}#paging-errors-limits`,
  },
  'response:json:items_count': {
    text: 'How many items there are on all pages together, if that was asked for.',
    link: `${basics}#paging-errors-limits`,
  },
}
