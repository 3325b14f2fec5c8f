import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of the system's Chromium, or nothing where there is none. */
export function chromiumPath(exists: (path: string) => boolean = existsSync): string | undefined {
  return places.find((place) => exists(place))
}
