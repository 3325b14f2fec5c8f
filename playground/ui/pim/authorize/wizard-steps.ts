import type { WizardData } from '../api/apps.ts'

/** The steps of the wizard that the screens draw (contract E.4). */
export type WizardStep = 'authentication' | 'authorizations'

export const stepLabels: Record<WizardStep, string> = {
  authentication: 'Authentication',
  authorizations: 'Authorizations',
}

/** Authentication comes first, when the app asks for the name or the email address; authorizations are always there. */
export function wizardSteps(data: Pick<WizardData, 'authenticationScopes'>): WizardStep[] {
  const asksForUser = data.authenticationScopes.some((scope) => scope !== 'openid')
  return asksForUser ? ['authentication', 'authorizations'] : ['authorizations']
}

export function mainButtonLabel(steps: readonly WizardStep[], at: number): string {
  return at === steps.length - 1 ? 'Confirm' : 'Allow and next'
}

/** The boxes that have to be ticked before the authorizations are given. */
export function isMainButtonDisabled(
  step: WizardStep,
  data: Pick<WizardData, 'displayCheckboxConsent' | 'appIsCertified'>,
  ticked: { consent: boolean; certification: boolean },
): boolean {
  if (step !== 'authorizations') return false
  return (
    (data.displayCheckboxConsent && !ticked.consent) ||
    (data.appIsCertified && !ticked.certification)
  )
}
