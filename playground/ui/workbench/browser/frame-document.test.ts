import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { frameDocument, isFrameNavigation, titleOfDocument } from './frame-document.ts'

const url = 'http://localhost:8000/callback?code="x"'

function open(body: string, contentType = 'text/html; charset=utf-8') {
  return frameDocument({ body, contentType, url, nonce: 'n' })
}

test('a page keeps its content, and only our script may run', () => {
  const html = open('<!doctype html><html lang="en"><title>App</title><h1>Hello</h1></html>')
  expect(html.match(/<!doctype/gi)).toHaveLength(1)
  const document = parse(html)
  expect(document.querySelector('h1')?.text).toBe('Hello')
  const policy = document.querySelector('meta[http-equiv]')?.getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'nonce-n'")
  expect(document.querySelectorAll('script')).toHaveLength(1)
})

test('an address cannot leave its attribute', () => {
  expect(open('x')).toContain('<base href="http://localhost:8000/callback?code=&#34;x&#34;">')
})

test('what is no HTML is shown as text', () => {
  expect(open('{"a":"<b>"}', 'application/json')).toContain(
    '<pre>{&#34;a&#34;:&#34;&#60;b&#62;&#34;}</pre>',
  )
})

test('only well-formed messages are navigations', () => {
  const message = { type: 'frame-navigation', url: 'http://a.example/', method: 'GET', body: '' }
  expect(isFrameNavigation(message)).toBe(true)
  for (const wrong of [null, 'x', { ...message, url: '/a' }, { ...message, method: 'PUT' }, {}]) {
    expect(isFrameNavigation(wrong)).toBe(false)
  }
})

test('a title is read, an empty one is none', () => {
  expect(titleOfDocument('<title>\n Connected </title>')).toBe('Connected')
  expect(titleOfDocument('<title></title>')).toBeUndefined()
  expect(titleOfDocument('<h1>x</h1>')).toBeUndefined()
})
