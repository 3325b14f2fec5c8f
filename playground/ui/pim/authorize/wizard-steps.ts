import type { WizardData } from '../api/apps.ts'

/** The steps of the wizard (contract E.4). */
export type WizardStep = 'authentication' | 'authorizations' | 'permissions' | 'summary'

export const stepLabels: Record<WizardStep, string> = {
  authentication: 'Authentication',
  authorizations: 'Authorizations',
  permissions: 'Permissions',
  summary: 'Well done!',
}

/**
 * Authentication comes first, when the app asks for the name or the email address; authorizations are always there;
 * permissions follow where the edition has them.
 */
export function wizardSteps(
  data: Pick<WizardData, 'authenticationScopes'>,
  { hasPermissions }: { hasPermissions: boolean },
): WizardStep[] {
  const asksForUser = data.authenticationScopes.some((scope) => scope !== 'openid')
  return [
    ...(asksForUser ? (['authentication'] as const) : []),
    'authorizations',
    ...(hasPermissions ? (['permissions', 'summary'] as const) : []),
  ]
}

/** Permissions are given when the app is connected for the first time, and only to one that asks for products. */
export function asksForPermissions(
  data: Pick<WizardData, 'oldScopeMessages' | 'scopeMessages'>,
): boolean {
  return (
    data.oldScopeMessages === null &&
    data.scopeMessages.some(({ entities }) => entities === 'products')
  )
}

/** Whether an app asks to read products, and no more than that. */
export function onlyReadsProducts(data: Pick<WizardData, 'scopeMessages'>): boolean {
  return data.scopeMessages
    .filter(({ entities }) => entities === 'products')
    .every(({ type }) => type === 'view')
}

export function mainButtonLabel(steps: readonly WizardStep[], at: number): string {
  if (at === steps.length - 1) return 'Confirm'
  return steps[at] === 'permissions' ? 'Next' : 'Allow and next'
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
