import { expect, it } from 'vitest'
import {
  asksForPermissions,
  isMainButtonDisabled,
  mainButtonLabel,
  onlyReadsProducts,
  wizardSteps,
} from './wizard-steps.ts'

const community = { hasPermissions: false }
const enterprise = { hasPermissions: true }
const products = { icon: 'products', type: 'view', entities: 'products' } as const
const categories = { icon: 'categories', type: 'edit', entities: 'categories' } as const

it('has one step when no user data is asked for, and openid alone adds none', () => {
  expect(wizardSteps({ authenticationScopes: [] }, community)).toEqual(['authorizations'])
  expect(wizardSteps({ authenticationScopes: ['openid'] }, community)).toEqual(['authorizations'])
})

it('begins with the authentication when the email or the profile is asked for', () => {
  const steps = wizardSteps({ authenticationScopes: ['email'] }, community)
  expect(steps).toEqual(['authentication', 'authorizations'])
  expect(steps.map((_, at) => mainButtonLabel(steps, at))).toEqual(['Allow and next', 'Confirm'])
})

it('goes on to the permissions where the edition has them', () => {
  const steps = wizardSteps({ authenticationScopes: ['email'] }, enterprise)
  expect(steps).toEqual(['authentication', 'authorizations', 'permissions', 'summary'])
  expect(steps.map((_, at) => mainButtonLabel(steps, at))).toEqual([
    'Allow and next',
    'Allow and next',
    'Next',
    'Confirm',
  ])
})

it('names the only step Confirm', () => {
  expect(mainButtonLabel(['authorizations'], 0)).toBe('Confirm')
})

it('gives permissions on the first connection only, and only to an app that asks for products', () => {
  expect(asksForPermissions({ oldScopeMessages: null, scopeMessages: [products] })).toBe(true)
  expect(asksForPermissions({ oldScopeMessages: null, scopeMessages: [categories] })).toBe(false)
  expect(asksForPermissions({ oldScopeMessages: [], scopeMessages: [products] })).toBe(false)
})

it('tells an app that only reads products from one that changes them', () => {
  expect(onlyReadsProducts({ scopeMessages: [products, categories] })).toBe(true)
  expect(onlyReadsProducts({ scopeMessages: [{ ...products, type: 'edit' }] })).toBe(false)
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
