import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import {
  frameDocument,
  isFrameNavigation,
  readRefusal,
  refreshOf,
  titleOfDocument,
} from './frame-document.ts'

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

test('a page without a type is HTML where it begins so, and a picture is named', () => {
  expect(parse(open('\n<h1>Hi</h1>', '')).querySelector('h1')?.text).toBe('Hi')
  expect(open('<happy>', '')).toContain('<pre>&#60;happy&#62;</pre>')
  expect(open('<b>x</b>', 'TEXT/HTML')).toContain('<b>x</b>')
  expect(open('<b>x</b>', 'text/plain; name=html')).toContain('<pre>')
  expect(open('\u0000', 'image/png')).toContain('<p>The answer is image/png.')
})

test('a page goes on by itself only through the browser of the playground', () => {
  const page = (body: string) => ({ body, contentType: 'text/html', url })
  const meta = '<meta content="2; URL=/next?a=1&amp;b=2" http-equiv = \'Refresh\'>'
  expect(refreshOf(page(meta))).toEqual({ seconds: 2, url: 'http://localhost:8000/next?a=1&b=2' })
  expect(refreshOf(page('<meta/http-equiv=refresh content=5>'))).toEqual({
    seconds: 5,
    url: 'http://localhost:8000/callback?code=%22x%22',
  })
  for (const none of ['', '<meta charset=utf-8>', '<meta http-equiv=refresh content=x>']) {
    expect(refreshOf(page(none))).toBeUndefined()
  }
  for (const left of parse(open(meta)).querySelectorAll('meta').slice(2)) {
    expect(left.getAttribute('http-equiv')).toBeUndefined()
  }
  expect(open('<p>http-equiv="refresh"')).toContain('<p>http-equiv')
})

test('what a page was refused is told in words', () => {
  const refusal = { type: 'frame-refusal', what: 'https://elsewhere.example.net/a.png' }
  expect(readRefusal(refusal, url)).toContain('did not get https://elsewhere.example.net/a.png')
  expect(readRefusal({ ...refusal, what: 'script' }, url)).toContain('has scripts')
  expect(readRefusal({ type: 'frame-refusal' }, url)).toBeUndefined()
  expect(readRefusal(null, url)).toBeUndefined()
})
