const second = 1000
const day = 24 * 60 * 60 * second

/** How long an authorization code can be redeemed, in milliseconds (contract E.8). */
export const codeLifetime = 30 * second

/** How long a connection's access token works, in seconds, as the answer gives it (contract C). */
export const accessTokenSeconds = 3600

/** How long an id_token is to be trusted, in seconds (contract F.1). */
export const idTokenSeconds = 3600

/** How long a refresh token works, in milliseconds (contract C). */
export const refreshTokenLifetime = 14 * day

/** How long the PIM remembers that a foreign username was used with a connection, in milliseconds (contract B.4). */
export const wrongCredentialsLifetime = 7 * day
