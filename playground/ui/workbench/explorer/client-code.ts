import { toCurl } from '../../../flow/curl.ts'
import { headerOf, type HttpRequest } from '../../../flow/exchange.ts'

export type ClientLanguage = 'curl' | 'PHP' | 'Node.js' | 'Python' | 'Java'

export const clientLanguages = ['curl', 'PHP', 'Node.js', 'Python', 'Java'] as const

/**
 * The request as a program. The token is no part of it: programs read it from the environment variable
 * `ACCESS_TOKEN`, and the address of the PIM from `PIM_URL`.
 */
export function toClientCode(request: HttpRequest, language: ClientLanguage): string {
  const { pathname, search } = new URL(request.url)
  const parts = {
    method: request.method,
    path: pathname + search,
    hasToken: headerOf(request, 'authorization') !== undefined,
    headers: Object.entries(request.headers).filter(
      ([name]) => name.toLowerCase() !== 'authorization',
    ),
    body: request.body,
  }
  const write = { PHP: toPhp, 'Node.js': toNode, Python: toPython, Java: toJava }
  return language === 'curl' ? toCurl(request) : write[language](parts)
}

interface Parts {
  readonly method: string
  readonly path: string
  readonly hasToken: boolean
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

function toPhp({ method, path, hasToken, headers, body }: Parts): string {
  const quoted = [
    ...headers.map(([name, value]) => single(`${name}: ${value}`)),
    ...(hasToken ? ["'authorization: Bearer ' . getenv('ACCESS_TOKEN')"] : []),
  ]
  // The streams of PHP need no extension, which its module for curl is.
  return lines(
    '<?php',
    '',
    "$context = stream_context_create(['http' => [",
    `    'method' => ${single(method)},`,
    "    'header' => [",
    ...quoted.map((header) => `        ${header},`),
    '    ],',
    ...(body === '' ? [] : [`    'content' => ${single(body)},`]),
    "    'ignore_errors' => true,",
    ']]);',
    `$answer = fopen(getenv('PIM_URL') . ${single(path)}, 'r', false, $context);`,
    '',
    "echo stream_get_meta_data($answer)['wrapper_data'][0], PHP_EOL;",
    'echo stream_get_contents($answer), PHP_EOL;',
  )
}

function toNode({ method, path, hasToken, headers, body }: Parts): string {
  return lines(
    `const response = await fetch(process.env.PIM_URL + ${double(path)}, {`,
    `  method: ${double(method)},`,
    '  headers: {',
    ...headers.map(([name, value]) => `    ${double(name)}: ${double(value)},`),
    ...(hasToken ? ['    authorization: `Bearer ${process.env.ACCESS_TOKEN}`,'] : []),
    '  },',
    ...(body === '' ? [] : [`  body: ${double(body)},`]),
    '})',
    '',
    'console.log(response.status, await response.text())',
  )
}

function toPython({ method, path, hasToken, headers, body }: Parts): string {
  return lines(
    'import os',
    'from urllib.error import HTTPError',
    'from urllib.request import Request, urlopen',
    '',
    'request = Request(',
    `    os.environ["PIM_URL"] + ${doublePython(path)},`,
    `    method=${doublePython(method)},`,
    '    headers={',
    ...headers.map(([name, value]) => `        ${doublePython(name)}: ${doublePython(value)},`),
    ...(hasToken ? ['        "authorization": "Bearer " + os.environ["ACCESS_TOKEN"],'] : []),
    '    },',
    ...(body === '' ? [] : [`    data=${doublePython(body)}.encode(),`]),
    ')',
    'try:',
    '    response = urlopen(request)',
    'except HTTPError as refusal:',
    '    response = refusal',
    '',
    'print(response.status, response.read().decode())',
  )
}

function toJava({ method, path, hasToken, headers, body }: Parts): string {
  const publisher =
    body === '' ? 'BodyPublishers.noBody()' : `BodyPublishers.ofString(${double(body)})`
  return lines(
    'import java.net.URI;',
    'import java.net.http.HttpClient;',
    'import java.net.http.HttpRequest;',
    'import java.net.http.HttpRequest.BodyPublishers;',
    'import java.net.http.HttpResponse.BodyHandlers;',
    '',
    'public class CallApi {',
    '    public static void main(String[] arguments) throws Exception {',
    `        var request = HttpRequest.newBuilder(URI.create(System.getenv("PIM_URL") + ${double(path)}))`,
    ...headers.map(([name, value]) => `            .header(${double(name)}, ${double(value)})`),
    ...(hasToken
      ? ['            .header("authorization", "Bearer " + System.getenv("ACCESS_TOKEN"))']
      : []),
    `            .method(${double(method)}, ${publisher})`,
    '            .build();',
    '        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());',
    '        System.out.println(response.statusCode() + " " + response.body());',
    '    }',
    '}',
  )
}

function lines(...all: string[]): string {
  return `${all.join('\n')}\n`
}

/** A text in single quotes, as PHP reads it. */
function single(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/**
 * A text in double quotes, in ASCII. The escapes of JSON mean the same in JavaScript, Python and Java; Java reads
 * `\u` before anything else, but not behind a doubled backslash, and JSON doubles those of the text.
 */
function double(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\uffff]/g, escapeUnit)
}

/** Likewise for Python, which takes no pair of surrogates for one character. */
function doublePython(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\u{10ffff}]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0
    return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : escapeUnit(character)
  })
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
