import { expect, it } from 'vitest'
import { isMainButtonDisabled, mainButtonLabel, wizardSteps } from './wizard-steps.ts'

it('has one step when no user data is asked for, and openid alone adds none', () => {
  expect(wizardSteps({ authenticationScopes: [] })).toEqual(['authorizations'])
  expect(wizardSteps({ authenticationScopes: ['openid'] })).toEqual(['authorizations'])
})

it('begins with the authentication when the email or the profile is asked for', () => {
  const steps = wizardSteps({ authenticationScopes: ['email'] })
  expect(steps).toEqual(['authentication', 'authorizations'])
  expect(steps.map((_, at) => mainButtonLabel(steps, at))).toEqual(['Allow and next', 'Confirm'])
})

it('names the only step Confirm', () => {
  expect(mainButtonLabel(['authorizations'], 0)).toBe('Confirm')
})

it('waits for the consent while its box is shown', () => {
  const data = { displayCheckboxConsent: true, appIsCertified: false }
  const disabled = (consent: boolean) =>
    isMainButtonDisabled('authorizations', data, { consent, certification: false })
  expect(disabled(false)).toBe(true)
  expect(disabled(true)).toBe(false)
})

it('waits for the disclaimer of a certified app, also when the consent is given already', () => {
  const data = { displayCheckboxConsent: false, appIsCertified: true }
  const disabled = (certification: boolean) =>
    isMainButtonDisabled('authorizations', data, { consent: false, certification })
  expect(disabled(false)).toBe(true)
  expect(disabled(true)).toBe(false)
})

it('never holds back the authentication step', () => {
  const data = { displayCheckboxConsent: true, appIsCertified: true }
  const none = { consent: false, certification: false }
  expect(isMainButtonDisabled('authentication', data, none)).toBe(false)
})
