import type { Screens } from './open-screens.ts'
import type { Change } from './pim-states.ts'

/** One look of one screen: how the PIM gets there, what is done then, and what shows that it is there. */
export interface ScreenState {
  readonly name: string
  readonly path: string
  readonly changes?: readonly Change[]
  /** A text that stands on the screen when it is ready. */
  readonly shows: string
  /** Before the screen is opened. */
  readonly before?: (screens: Screens) => Promise<unknown>
  /** After it is there, and before `shows` is waited for. */
  readonly act?: (screens: Screens) => Promise<unknown>
}

const loading = 'Loading ...'

/** Presses buttons one after the other. */
export function press(...names: readonly string[]) {
  return async ({ button }: Screens): Promise<void> => {
    for (const name of names) await button(name).click()
  }
}

/** Lets no call under a path reach the PIM, or answers it with a status. */
export function breaking(path?: string, status?: number) {
  return (screens: Screens): Promise<void> => screens.breakNetwork(path, status)
}

/** Answers every call under a path with the same JSON. */
export function answering(path: string, json: unknown) {
  return ({ page }: Screens): Promise<unknown> =>
    page.route(
      (url) => url.pathname.startsWith(path),
      (route) => route.fulfill({ json }),
    )
}

/** A screen while the PIM has not answered what it asked for. */
export function loadingState(name: string, path: string, changes: readonly Change[] = []) {
  return {
    name: `${name}, loading`,
    path,
    changes,
    shows: loading,
    before: ({ page }: Screens) =>
      page.route(
        (url) => url.pathname.startsWith('/rest/'),
        () => {},
      ),
  } satisfies ScreenState
}

/** Brings the screens into a state, and waits until it is there. */
export async function showState(screens: Screens, wanted: ScreenState): Promise<void> {
  await screens.start(...(wanted.changes ?? []))
  await wanted.before?.(screens)
  await screens.open(wanted.path)
  await wanted.act?.(screens)
  await screens.page.getByText(wanted.shows).first().waitFor()
  if (wanted.shows === loading) return
  await screens.page.getByText(loading).waitFor({ state: 'detached' })
}
