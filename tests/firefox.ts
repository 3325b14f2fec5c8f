import { existsSync } from 'node:fs'
import { installCommand, installPackages } from './apt.ts'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** What `ensureFirefox` looks at and changes; by default this machine. */
interface Machine {
  exists(path: string): boolean
  install(packages: readonly string[]): boolean
}

const thisMachine: Machine = { exists: existsSync, install: installPackages }

/** The path of the Firefox that tests start. Throws an error that says how to install one. */
export function findFirefox(machine: Machine = thisMachine): string {
  const path = places.find((place) => machine.exists(place))
  if (!path) throw new Error(howToInstall)
  return path
}

/** Installs Firefox when there is none. Returns what is still missing, in sentences; empty when all is there. */
export function ensureFirefox(machine: Machine = thisMachine): string[] {
  const isThere = () => places.some((place) => machine.exists(place))
  if (isThere() || (machine.install(['firefox-esr']) && isThere())) return []
  return [howToInstall]
}

const howToInstall = `Firefox is missing. Install it: ${installCommand(['firefox-esr'])}`
