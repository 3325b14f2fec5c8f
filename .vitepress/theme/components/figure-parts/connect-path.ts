/** A way to connect software to a PIM. */
export type ConnectPath = 'app' | 'connection' | 'custom-app'

/** What a reader answered so far. */
export interface PathAnswers {
  maker?: 'others' | 'us'
  /** Whether the App Store lists what others made as an app. */
  listed?: 'yes' | 'no'
  /** Whether what we write answers at an address of its own. */
  address?: 'yes' | 'no'
}

/**
 * The way that fits, as soon as the answers tell it.
 *
 * @param hasApps whether the reader's PIM knows apps, as it does since version 6.0
 */
export function choosePath(answers: PathAnswers, hasApps: boolean): ConnectPath | undefined {
  if (!hasApps) return 'connection'
  if (answers.maker === 'others' && answers.listed) {
    return answers.listed === 'yes' ? 'app' : 'connection'
  }
  if (answers.maker === 'us' && answers.address) {
    return answers.address === 'yes' ? 'custom-app' : 'connection'
  }
  return undefined
}
