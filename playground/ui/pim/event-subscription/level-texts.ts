import type { LogLevel } from '../api/event-logs.ts'

/** How the screens call the levels of a log, and in which colour they show them. */
export const levelTexts: Readonly<Record<LogLevel, string>> = {
  info: 'Info',
  notice: 'Notice',
  warning: 'Warning',
  error: 'Error',
}

export const levelTones = {
  info: 'info',
  notice: 'neutral',
  warning: 'warning',
  error: 'danger',
} as const
