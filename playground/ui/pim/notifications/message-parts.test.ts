import { expect, it } from 'vitest'
import { messageParts } from './message-parts.ts'

it('tells the name of the app from the text around it', () => {
  expect(messageParts('The <strong>Harbour Sync</strong> App requires an update.')).toEqual([
    { text: 'The ', isStrong: false },
    { text: 'Harbour Sync', isStrong: true },
    { text: ' App requires an update.', isStrong: false },
  ])
})

it('shows what the PIM escaped as it was typed', () => {
  expect(
    messageParts('<strong>&#60;b&gt; &#38;amp; &quot;x&#34; &#9999999; &no;</strong>'),
  ).toEqual([{ text: '<b> &amp; "x" &#9999999; &no;', isStrong: true }])
})

it('leaves any other tag as text', () => {
  expect(messageParts('<img src=x onerror=alert(1)>')).toEqual([
    { text: '<img src=x onerror=alert(1)>', isStrong: false },
  ])
})
