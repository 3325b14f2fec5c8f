const constraint = 'akeneo_connectivity.connection.connection.constraint.'
const customApp = 'akeneo_connectivity.connection.connect.custom_apps.create_modal.errors.'
const webhook = 'akeneo_connectivity.connection.webhook.error.'
const app = 'akeneo_connectivity.connection.connect.apps.'

const texts = {
  [`${constraint}code.required`]: 'Connection code is required.',
  [`${constraint}code.too_short`]:
    'Connection code is too short. It should have 3 characters or more.',
  [`${constraint}code.too_long`]:
    'Connection code is too long. It should have 100 characters or less.',
  [`${constraint}code.invalid`]:
    'Connection code may contain only letters, numbers and underscores.',
  [`${constraint}code.must_be_unique`]: 'Connection code must be unique.',
  [`${constraint}label.required`]: 'Connection label is required.',
  [`${constraint}label.too_short`]:
    'Connection label is too short. It should have 3 characters or more.',
  [`${constraint}label.too_long`]:
    'Connection label is too long. It should have 100 characters or less.',
  [`${constraint}flow_type.invalid`]:
    "Connection flow type can only be 'data_source', 'data_destination' or 'other'.",
  [`${constraint}image.must_exist`]: 'The image was not found. Please try again.',
  [`${constraint}type.required`]: 'Connection type is required.',
  [`${constraint}type.too_long`]:
    'Connection type is too long. It should have 30 characters or less.',
  [`${constraint}user_group.must_exist`]:
    'The user group was not found. Make sure the specified user group exists.',
  [`${constraint}connections_number_limit_reached`]:
    'You reached the limit of 50 connections and connected Apps.',

  [`${webhook}not_found`]: 'You are trying to update a connection that does not exist.',
  [`${webhook}required`]: 'This field is required.',
  [`${webhook}limit_reached`]: 'You have reached the limit of active event subscriptions.',
  [`${webhook}not_allowed_url`]: 'This url is not allowed.',

  [`${customApp}name.not_blank`]: 'The name of the app is required.',
  [`${customApp}name.min_length`]:
    'The name of the app is too short. It must have 3 characters or more.',
  [`${customApp}name.max_length`]:
    'The name of the app is too long. It must have 255 characters or less.',
  [`${customApp}activate_url.not_blank`]: 'The activate url is required.',
  [`${customApp}activate_url.must_be_url`]: 'The activate url must be a valid URL.',
  [`${customApp}activate_url.max_length`]:
    'The activate url of the app is too long. It must have 255 characters or less.',
  [`${customApp}callback_url.not_blank`]: 'The callback url is required.',
  [`${customApp}callback_url.must_be_url`]: 'The callback url must be a valid URL.',
  [`${customApp}callback_url.max_length`]:
    'The callback url of the app is too long. It must have 255 characters or less.',
  [`${customApp}client_id.not_blank`]: 'The client id is required.',
  [`${customApp}client_id.max_length`]:
    'The client id of the app is too long. It must have 36 characters or less.',
  [`${customApp}limit_reached`]: 'You can create up to 20 custom apps.',

  [`${app}constraint.client_id.not_blank`]: 'The client_id is required.',
  [`${app}constraint.client_id.must_be_valid`]: 'The client_id does not match any known client.',
  [`${app}constraint.client_id.must_have_ongoing_authorization`]:
    'The client_id do not have any ongoing authorization process at the moment',
  [`${app}constraint.response_type.not_blank`]: 'The response_type is required.',
  [`${app}constraint.response_type.must_be_code`]: 'The response_type must be "code".',
  [`${app}constraint.scope.must_be_a_string`]:
    'The scope list must be a string separated by spaces.',
  [`${app}constraint.scope.too_long`]: 'The scope list must not contain more than 1000 characters.',
  [`${app}constraint.redirect_uri.not_blank`]: 'The redirect_uri is required.',
  [`${app}constraint.redirect_uri.must_be_url`]: 'The redirect_uri is not a valid url.',
  [`${app}error.app_not_found`]: 'The client_id does not match any existing app.',
} as const

/** A translation key as the PIM's internal answers carry it (contract B.1, D.2, E.3, E.6). */
export type MessageKey = keyof typeof texts

/** The English text of every translation key: what a screen shows where an answer names the key. */
export const messages: Readonly<Record<MessageKey, string>> = texts
