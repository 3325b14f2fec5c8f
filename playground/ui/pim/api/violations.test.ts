import { expect, it } from 'vitest'
import { readFormErrors, translate } from './violations.ts'

const constraint = 'akeneo_connectivity.connection.connection.constraint'
const customApps = 'akeneo_connectivity.connection.connect.custom_apps.create_modal.errors'

it('puts the violations of a connection under their fields, translated', () => {
  const body = {
    message: 'akeneo_connectivity.connection.constraint_violation_list_exception',
    errors: [
      { name: 'label', reason: `${constraint}.label.too_short` },
      { name: 'code', reason: `${constraint}.code.must_be_unique` },
      { name: '', reason: `${constraint}.connections_number_limit_reached` },
    ],
  }
  expect(readFormErrors(body, ['label', 'code', 'flowType'])).toEqual({
    fields: {
      label: ['Connection label is too short. It should have 3 characters or more.'],
      code: ['Connection code must be unique.'],
    },
    whole: ['You reached the limit of 50 connections and connected Apps.'],
  })
})

it('keeps the first of two violations of a field of a custom app', () => {
  const body = {
    errors: [
      { propertyPath: 'name', message: `${customApps}.name.not_blank` },
      { propertyPath: 'name', message: `${customApps}.name.min_length` },
      { propertyPath: 'activateUrl', message: `${customApps}.activate_url.must_be_url` },
    ],
  }
  expect(readFormErrors(body, ['name', 'activateUrl', 'callbackUrl']).fields).toEqual({
    name: ['The name of the app is required.'],
    activateUrl: ['The activate url must be a valid URL.'],
  })
})

it('finds a field that is named in snake case', () => {
  const body = { errors: [{ property_path: 'client_id', message: 'Unknown' }] }
  expect(readFormErrors(body, ['clientId']).fields).toEqual({ clientId: ['Unknown'] })
})

it('reports what names no known field about the whole form, so that nothing is lost', () => {
  const body = { errors: [{ name: 'image', reason: `${constraint}.image.must_exist` }] }
  expect(readFormErrors(body, ['label']).whole).toEqual([
    'The image was not found. Please try again.',
  ])
})

it('finds nothing in an answer of another shape', () => {
  for (const body of [null, 'no', [], { errors: 'x' }, { errors: [null, 7, {}] }]) {
    expect(readFormErrors(body, ['label'])).toEqual({ fields: {}, whole: [] })
  }
})

it('leaves a text that is no translation key as it is', () => {
  expect(translate('Custom app with id x was not found.')).toBe(
    'Custom app with id x was not found.',
  )
  expect(translate('constructor')).toBe('constructor')
})
