import { javascriptLanguage } from '@codemirror/lang-javascript'

/** What stands alone in a source, and where, in characters. */
export interface Fault {
  readonly index: number
  readonly message: string
}

interface Mark {
  /** The parser's name of a bracket; `text` and `template` are those that have no end. */
  readonly name: string
  readonly text: string
  readonly index: number
}

const openerOf: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  InterpolationEnd: 'InterpolationStart',
}
const openers = new Set(Object.values(openerOf))
const endedText = /^(["'])(?:\\[^]|(?!\1)[^\\])*\1$/
const endedTemplate = /^`[^]*`$/

/**
 * Finds the first bracket or quotation mark that lacks its other half; undefined when none does. What stands in texts,
 * comments and regular expressions does not count.
 */
export function findFault(source: string): Fault | undefined {
  const marks = readMarks(source)
  const open: Mark[] = []
  for (const mark of marks) {
    const top = open.at(-1)
    if (openers.has(mark.name)) {
      open.push(mark)
    } else if (mark.name === 'text') {
      return neverClosed(mark)
    } else if (mark.name === 'template') {
      return neverClosed(top && top.index > mark.index ? top : mark)
    } else if (top?.name === openerOf[mark.name]) {
      open.pop()
    } else {
      const isAwaited = open.some(({ name }) => name === openerOf[mark.name])
      return top && isAwaited ? tell(source, marks, top, mark) : closesNothing(mark)
    }
  }
  const left = open.at(-1)
  return left && neverClosed(left)
}

function readMarks(source: string): Mark[] {
  const marks: Mark[] = []
  javascriptLanguage.parser.parse(source).iterate({
    enter({ name, from, to }) {
      const text = source.slice(from, to)
      if (text === '') return
      if (openers.has(name) || name in openerOf) marks.push({ name, text, index: from })
      if (name === 'String' && !endedText.test(text)) {
        marks.push({ name: 'text', text: text.charAt(0), index: from })
      }
    },
    leave({ name, from, to }) {
      if (name !== 'TemplateString' || endedTemplate.test(source.slice(from, to))) return
      marks.push({ name: 'template', text: '`', index: from })
    },
  })
  return marks
}

/** Which of two brackets that do not fit is the wrong one: the one whose mending mends the whole source. */
function tell(source: string, marks: readonly Mark[], opener: Mark, closer: Mark): Fault {
  const names = marks.map(({ name }) => name)
  const at = marks.indexOf(closer)
  const ending = Object.keys(openerOf).find((name) => openerOf[name] === opener.name) ?? ''
  const isCloserWrong = isBalanced(names.toSpliced(at, 1))
  const isOpenerWrong = isBalanced(names.toSpliced(at, 0, ending))
  if (isCloserWrong && !isOpenerWrong) return closesNothing(closer)
  if (isOpenerWrong && !isCloserWrong) return neverClosed(opener)
  const line = source.slice(0, opener.index).split('\n').length
  return {
    index: closer.index,
    message: `This ${closer.text} does not close the ${opener.text} of line ${line}`,
  }
}

function isBalanced(names: readonly string[]): boolean {
  const open: string[] = []
  for (const name of names) {
    if (openers.has(name)) open.push(name)
    else if (open.pop() !== openerOf[name]) return false
  }
  return open.length === 0
}

function neverClosed({ text, index }: Mark): Fault {
  return { index, message: `This ${text} is never closed` }
}

function closesNothing({ text, index }: Mark): Fault {
  return { index, message: `This ${text} closes nothing` }
}
