import type { NextStep } from '../../flow/next-step.ts'
import type { Era, words } from '../../pim/index.ts'

/** A piece of a sentence: plain text, a label as the screen shows it, or something to type. */
export interface StepPart {
  readonly kind: 'text' | 'label' | 'code'
  readonly text: string
}

type Words = (typeof words)[Era]

/** The sentence for a step, with the labels of the reader's era. */
export function describeStep(step: NextStep, words: Words, appUrl: string): StepPart[] {
  const { menu, customApps, connectedApps, permissions } = words
  const sentences: Record<NextStep, StepPart[]> = {
    'get-permission': sentence`Your role may not create apps: open ${label('System')} › ${label('Roles')}, choose your role, and under ${label('Permissions')} tick ${label(permissions.manageCustomApps.label)}.`,
    'create-app': sentence`In the PIM open ${label(menu.appStore)} and press ${label(customApps.createButton)}. Activate url: ${code(`${appUrl}/activate`)}, callback url: ${code(`${appUrl}/callback`)}.`,
    'take-credentials': sentence`Give your app its credentials: in the pane ${label('Your app')} press ${label('Take from the PIM')}, then ${label('Run')}.`,
    'run-app': sentence`Your app has its credentials. Press ${label('Run')} in the pane ${label('Your app')}.`,
    'connect-app': sentence`Your app is running. In the PIM open ${label(menu.appStore)} and press ${label('Connect')} on its card.`,
    confirm: sentence`The app asks for your permission. Read what it wants, tick the consent, and press ${label('Confirm')}.`,
    'send-hop': sentence`A hop is held before it is sent. Read it in the pane ${label('Flow')}, change it if you like, then press ${label('Next hop')}.`,
    'undo-refusal': sentence`The PIM refused, and the answer is held before it is passed on. Read why in the pane ${label('Flow')}, then press ${label('Undo')} to be back before it.`,
    'open-app': sentence`Your app is connected but has no token here. In the PIM open ${label(menu.connectedApps)} and press ${label(connectedApps.open)} on its card.`,
    'call-api': sentence`Your app has its token. In the pane ${label('Flow')} choose ${label('Call the API')} and press ${label('Send')}.`,
    explore: sentence`You have listed products with the token of your own app. Break something on purpose: step through the flow, change a character, and read the reasons of the PIM.`,
  }
  return sentences[step]
}

/** A sentence of plain text and pieces between it. */
export function sentence(texts: TemplateStringsArray, ...parts: StepPart[]): StepPart[] {
  return texts.flatMap((text, index) => {
    const part = parts[index]
    return [{ kind: 'text' as const, text }, ...(part ? [part] : [])]
  })
}

/** A label as the screen shows it. */
export function label(text: string): StepPart {
  return { kind: 'label', text }
}

/** Something to type. */
export function code(text: string): StepPart {
  return { kind: 'code', text }
}
