import { parseArgs } from 'node:util'

/** A command was called in a way it does not understand; the message says what would be right. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/**
 * The values of a command's options, each of which takes one.
 *
 * @throws {CommandError} for an unknown option, a missing value, or an argument that is no option
 */
export function readOptions<Name extends string>(
  names: readonly Name[],
  usage: string,
): Partial<Record<Name, string>> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ options, args: process.argv.slice(2) }).values as Partial<
      Record<Name, string>
    >
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('.')[0] : String(error)
    throw new CommandError(`${reason}\nUsage: ${usage}`, { cause: error })
  }
}

/** Runs a command; what goes wrong ends it with exit code 1 and a message for people. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    const isForPeople =
      error instanceof CommandError || error instanceof RangeError || isAuthorError(error)
    console.error(isForPeople ? (error as Error).message : error)
    process.exitCode = 1
  }
}

// The configuration is bundled by VitePress, so its classes are others than ours of the same name.
function isAuthorError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AuthorError'
}
