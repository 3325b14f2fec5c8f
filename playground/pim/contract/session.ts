/** The cookie that carries a browser's session (contract E.2). */
export const sessionCookieName = 'BAPID'

/** Where a browser is sent to sign in (contract E.2). */
export const loginPath = '/user/login'

/** The parameter that says where a browser goes once somebody is signed in. */
export const targetParameter = '_target_path'
