import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The one command that installs Debian packages. */
export function installCommand(packages: readonly string[]): string {
  return `apt-get update && apt-get install -y ${packages.join(' ')}`
}

/** Installs Debian packages. False where that cannot be done: no Debian, not root, or apt-get failed. */
export function installPackages(packages: readonly string[]): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false
  console.log(`Installing ${packages.join(', ')}`)
  const { status } = spawnSync('sh', ['-c', installCommand(packages)], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
