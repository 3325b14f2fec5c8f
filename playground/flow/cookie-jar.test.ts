import { expect, test } from 'vitest'
import { createCookieJar } from './cookie-jar.ts'

const app = 'http://localhost:8000'

test('a cookie comes back to its origin and to no other', () => {
  const jar = createCookieJar()
  jar.store(`${app}/activate`, 'app_session=1; Path=/; HttpOnly; SameSite=Lax')
  expect(jar.headerFor(`${app}/callback?code=x`)).toBe('app_session=1')
  expect(jar.headerFor('http://localhost:9000/callback')).toBeUndefined()
  expect(jar.headerFor('https://my-pim.example.com/')).toBeUndefined()
})

test('several cookies of one response are kept, the same name and path replaces', () => {
  const jar = createCookieJar()
  jar.store(`${app}/`, 'a=1; Path=/\nb=2; Path=/')
  jar.store(`${app}/`, 'a=3; Path=/')
  expect(jar.headerFor(`${app}/`)).toBe('b=2; a=3')
})

test('a path limits a cookie, and without one the directory of the request does', () => {
  const jar = createCookieJar()
  jar.store(`${app}/shop/cart`, 'own=1')
  jar.store(`${app}/`, 'all=2; Path=/')
  expect(jar.headerFor(`${app}/shop/list`)).toBe('own=1; all=2')
  expect(jar.headerFor(`${app}/shopping`)).toBe('all=2')
})

test('a cookie ends with its life, and a life of zero deletes it', () => {
  let now = 1_000
  const jar = createCookieJar(() => now)
  jar.store(`${app}/`, 'short=1; Path=/; Max-Age=30\nlong=2; Path=/; Max-Age=0')
  expect(jar.headerFor(`${app}/`)).toBe('short=1')
  now += 31_000
  expect(jar.headerFor(`${app}/`)).toBeUndefined()
  jar.store(`${app}/`, 'a=1; Path=/')
  jar.store(`${app}/`, 'a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT')
  expect(jar.headerFor(`${app}/`)).toBeUndefined()
})

test('a line without a name is ignored', () => {
  const jar = createCookieJar()
  jar.store(`${app}/`, 'nothing\n=value\n')
  expect(jar.headerFor(`${app}/`)).toBeUndefined()
})

test('a cookie for another domain is not kept, one for the own is', () => {
  const jar = createCookieJar()
  jar.store(`${app}/`, 'a=1; Domain=example.net\nb=2; Domain=localhost')
  expect(jar.headerFor(`${app}/`)).toBe('b=2')
})
