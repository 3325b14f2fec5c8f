import { describe, expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nTea\n`, '/docs/page.md')
const problems = (yaml: string) =>
  read(yaml).problems.map(({ line, column, message }) => `${line}:${column} ${message}`)

describe('front matter', () => {
  test('has the types that authors and old files use', () => {
    const { frontMatter, body } = read(
      'id: tea\nthemes: a, b\nkeywords: cup, saucer\ntitle: About **tea**\npopular: true\nee-only: true\nge: false\n' +
        'related: cup, saucer , \nsection: manage\naudience: everyone\ndescription: Tea\npriority: 3\n' +
        'aliases:\n  old: new\nlegacyUrls:\n  - /tea.html',
    )
    expect(frontMatter).toEqual({
      id: 'tea',
      themes: ['a', 'b'],
      keywords: ['cup', 'saucer'],
      title: 'About **tea**',
      popular: true,
      ee: true,
      ge: false,
      related: ['cup', 'saucer'],
      section: 'manage',
      audience: 'everyone',
      description: 'Tea',
      aliases: { old: 'new' },
      legacyUrls: ['/tea.html'],
    })
    expect(body).toBe('Tea\n')
  })

  test.each([
    ['none', 'Tea\n'],
    ['an empty one', '---\n---\nTea\n'],
    ['a rule instead', 'Tea\n\n---\nid: x\n---\n'],
  ])('may be missing: %s', (_, source) => {
    const { frontMatter, problems: found } = readFrontMatter(source, 'page.md')
    expect(frontMatter).toEqual({
      themes: [],
      keywords: [],
      related: [],
      popular: false,
      ee: false,
      ge: false,
      aliases: {},
      legacyUrls: [],
    })
    expect(found).toEqual([])
  })

  test('takes lists and Windows line ends', () => {
    const source = '---\r\nrelated: [cup, saucer]\r\n---\r\nTea'
    const { frontMatter, body } = readFrontMatter(source, 'page.md')
    expect(frontMatter.related).toEqual(['cup', 'saucer'])
    expect(body).toBe('Tea')
  })

  test.each([
    ['id: 12', '2:1 Give "id" a text: found 12'],
    ['title: ""', '2:1 Give "title" a text: found ""'],
    ['id: x\npopular: yes please', '3:1 Give "popular" `true` or `false`: found "yes please"'],
    ['ee: "true"', '2:1 Give "ee" `true` or `false`: found "true"'],
    ['related: 3', '2:1 Give "related" a list of names, separated by commas: found 3'],
    ['themes:\n  a: b', '2:1 Give "themes" a list of names, separated by commas: found {"a":"b"}'],
    ['aliases: old', '2:1 Give "aliases" lines of `earlier-anchor: id-of-a-heading`: found "old"'],
    [
      'aliases:\n  a: 1',
      '2:1 Give "aliases" lines of `earlier-anchor: id-of-a-heading`: found {"a":1}',
    ],
    [
      'legacyUrls: [tea.html]',
      '2:1 Give "legacyUrls" a list of addresses that begin with a slash, without ? and #: found ["tea.html"]',
    ],
    ['- id', '2:1 Write the front matter as lines of `key: value`'],
  ])('says what is wrong with %s', (yaml, message) => {
    expect(problems(yaml)).toEqual([message])
  })

  test('says where the YAML is broken', () => {
    expect(problems('id: tea\ntitle: a: b')).toEqual([
      expect.stringMatching(/^3:\d+ Mend the YAML: /),
    ])
    expect(problems('id: tea\nid: cup')).toEqual([expect.stringMatching(/^3:1 Mend the YAML: /)])
  })

  test('knows where a value stands', () => {
    const { placeOf } = read('id: cup\nrelated: tea, cup')
    expect(placeOf('related')).toEqual({ line: 3, column: 1 })
    expect(placeOf('related', 'cup')).toEqual({ line: 3, column: 15 })
    expect(placeOf('none')).toEqual({ line: 2, column: 1 })
  })

  test('keys of an object in the language are no front matter', () => {
    expect(read('__proto__: x\nconstructor: y').frontMatter.title).toBeUndefined()
  })
})
