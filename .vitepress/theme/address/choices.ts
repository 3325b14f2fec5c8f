import { eraChoices, type ReaderEra } from '../composables/eras.ts'
import versions from '../versions.json' with { type: 'json' }

/** The languages of the code on these pages, as an address names them and as the tabs are called. */
export const languages: readonly { value: string; label: string }[] = [
  { value: 'php', label: 'PHP' },
  { value: 'nodejs', label: 'NodeJS' },
  { value: 'python', label: 'Python' },
  { value: 'java', label: 'Java' },
]

/** What an address asks for that the site does not have. */
export interface UnknownChoice {
  /** `wording`, `PIM version` or `language`. */
  what: string
  asked: string
  /** What the reader sees instead. */
  shown: string
  /** What the address could have said, as it would say it. */
  allowed: string[]
}

/** What an address asks for: `?era=…`, else `?version=…`, and `?language=…`. */
export interface AddressChoices {
  /** From the version of a PIM; an era that is named outright is read with the reader's memory. */
  era?: ReaderEra
  /** The label of a tab. */
  language?: string
  unknown: UnknownChoice[]
}

const saas = new Set(['serenity', 'saas', 'today', 'latest'])
const longest = 40

/** Reads the choices out of the part of an address behind `?`. What is unknown is today's, and is told. */
export function readAddressChoices(search: string): AddressChoices {
  const query = new URLSearchParams(search)
  const choices: AddressChoices = { unknown: [] }
  const era = query.get('era')
  const version = query.get('version')
  const language = query.get('language')
  if (era !== null) readEra(era, choices)
  else if (version !== null) readVersion(version, choices)
  if (language !== null) readLanguage(language, choices)
  return choices
}

function readEra(asked: string, choices: AddressChoices): void {
  const allowed = eraChoices.map(({ value }) => value)
  if (allowed.some((value) => value === asked)) return
  choices.unknown.push({ what: 'wording', asked: short(asked), shown: 'today’s', allowed })
}

function readVersion(asked: string, choices: AddressChoices): void {
  const wanted = asked
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '')
  const known = versions.flatMap(({ version, era }) => (era ? [{ version, era }] : []))
  const found = known.find(({ version }) => spellings(version).includes(wanted))?.era
  const era = eraChoices.find(({ value }) => value === (saas.has(wanted) ? 'today' : found))?.value
  if (era) choices.era = era
  else {
    const allowed = ['serenity', ...known.map(({ version }) => version)]
    const what = 'PIM version'
    choices.era = 'today'
    choices.unknown.push({ what, asked: short(asked), shown: 'today’s words', allowed })
  }
}

function readLanguage(asked: string, choices: AddressChoices): void {
  const wanted = asked.trim().toLowerCase()
  const found = languages.find(({ value, label }) => [value, label.toLowerCase()].includes(wanted))
  if (found) choices.language = found.label
  else {
    const allowed = languages.map(({ value }) => value)
    const shown = 'the language you chose last'
    choices.unknown.push({ what: 'language', asked: short(asked), shown, allowed })
  }
}

/** `7.0`, `7` and `70`, as people and older addresses write it. */
function spellings(version: string): string[] {
  return [version, version.replace('.', ''), version.replace(/\.0$/, '')]
}

function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
