import { existsSync } from 'node:fs'
import { chromiumPath } from '../.vitepress/pictures/chromium.ts'
import { installCommand, installPackages } from './apt.ts'

/** What `ensureChromium` looks at and changes; by default this machine. */
interface Machine {
  exists(path: string): boolean
  install(packages: readonly string[]): boolean
}

const thisMachine: Machine = { exists: existsSync, install: installPackages }

/** The path of the browser that tests start. Throws an error that says how to install one. */
export function findChromium(machine: Machine = thisMachine): string {
  const path = chromiumPath(machine.exists)
  if (!path) throw new Error(howToInstall)
  return path
}

/** Installs Chromium when there is none. Returns what is still missing, in sentences; empty when all is there. */
export function ensureChromium(machine: Machine = thisMachine): string[] {
  const isThere = () => chromiumPath(machine.exists) !== undefined
  if (isThere() || (machine.install(['chromium']) && isThere())) return []
  return [howToInstall]
}

const howToInstall = `Chromium is missing. Install it: ${installCommand(['chromium'])}`
