import type { TemplatedMessage } from './error-template.ts'

/** Where a place of a sentence leads: to an article, or to a page of the PIM. */
export type Destination =
  | { readonly type: 'href'; readonly href: string; readonly title: string }
  | {
      readonly type: 'route'
      readonly route: string
      readonly routeParameters: Readonly<Record<string, string>>
      readonly title: string
    }

/** A sentence that helps to solve a business error; its places are links. */
export interface Documentation {
  readonly message: string
  readonly parameters: Readonly<Record<string, Destination>>
  readonly style: 'text' | 'information'
}

const articles = 'https://help.akeneo.com/pim/serenity/articles/'

const attributeSettings = check('Please check your {attribute_settings}.', {
  attribute_settings: page('Attributes settings', 'pim_enrich_attribute_index'),
})

const unknownAttribute = [
  attributeSettings,
  inform('More information about attributes: {what_is_attribute} {manage_attribute}.', {
    what_is_attribute: article('What is an attribute?', 'what-is-an-attribute.html'),
    manage_attribute: article('Manage your attributes', 'manage-your-attributes.html'),
  }),
]

const unknownCategory = [
  check('Please check your {categories_settings}.', {
    categories_settings: page('Categories settings', 'pim_enrich_categorytree_index'),
  }),
  inform(
    'More information about catalogs and categories: {what_is_a_category} {categorize_a_product}.',
    {
      what_is_a_category: article('What is a category?', 'what-is-a-category.html'),
      categorize_a_product: article('Categorize a product', 'categorize-a-product.html'),
    },
  ),
]

const unknownFamily = [
  check('Please check your {family_settings}.', {
    family_settings: page('Family settings', 'pim_enrich_family_index'),
  }),
  inform('More information about families: {what_is_a_family} {manage_your_families}.', {
    what_is_a_family: article('What is a family?', 'what-is-a-family.html'),
    manage_your_families: article('Manage your families', 'manage-your-families.html'),
  }),
]

const unknownChannel = [
  check('Please check your {channels_settings}.', {
    channels_settings: page('Channel settings', 'pim_enrich_channel_index'),
  }),
  inform('More information about channels: {manage_channel}', {
    manage_channel: article('Manage your channels', 'manage-your-channels.html'),
  }),
]

const brokenRule = [
  inform(
    'More information about attributes and their validation: {manage_attributes} {manage_validation_parameters}',
    {
      manage_attributes: article('Manage your attributes', 'manage-your-attributes.html'),
      manage_validation_parameters: article(
        'Manage your validation parameters',
        'manage-your-attributes.html#add-attributes-validation-parameters',
      ),
    },
  ),
  attributeSettings,
]

/** What helps with an error, or undefined where the PIM has nothing to say (contract J.2). */
export function documentationOf({
  template,
  parameters,
}: TemplatedMessage): readonly Documentation[] | undefined {
  const attribute = parameters['%attribute_code%'] ?? ''
  if (template.includes('attribute option list')) return unknownOption(attribute)
  if (template.includes('expects an existing scope')) return unknownChannel
  if (template.startsWith('Attribute "%attribute_code%" expects')) return wrongLocale(attribute)
  if (template.includes('{attribute_code} attribute does not exist')) return unknownAttribute
  if (template.includes('{category_code}')) return unknownCategory
  if (template.includes('{family_code}')) return unknownFamily
  return / attribute (?:must|requires|can not)| on the %attribute_code% attribute/.test(template)
    ? brokenRule
    : undefined
}

function unknownOption(attribute: string): readonly Documentation[] {
  return [
    inform('More information about select attributes: {manage_attributes_options}.', {
      manage_attributes_options: article(
        'Manage select attributes options',
        'manage-your-attributes.html#manage-simple-and-multi-selects-attribute-options',
      ),
    }),
    check('Please check the {attribute_options_settings}.', {
      attribute_options_settings: attributePage(
        `Options settings of the ${attribute} attribute`,
        attribute,
      ),
    }),
  ]
}

function wrongLocale(attribute: string): readonly Documentation[] {
  return [
    check('Please check your {channels_settings} or the {attribute_edit_route}.', {
      channels_settings: page('Channel settings', 'pim_enrich_channel_index'),
      attribute_edit_route: attributePage(`${attribute} attributes settings`, attribute),
    }),
    inform('More information about channels and locales: {enable_locale} {add_locale}', {
      enable_locale: article(
        'How to enable a locale?',
        'manage-your-locales.html#how-to-enabledisable-a-locale',
      ),
      add_locale: article(
        'How to add a new locale?',
        'manage-your-locales.html#how-to-add-a-new-locale',
      ),
    }),
  ]
}

function check(message: string, parameters: Documentation['parameters']): Documentation {
  return { message, parameters, style: 'text' }
}

function inform(message: string, parameters: Documentation['parameters']): Documentation {
  return { message, parameters, style: 'information' }
}

function article(title: string, name: string): Destination {
  return { type: 'href', href: articles + name, title }
}

function page(title: string, route: string): Destination {
  return { type: 'route', route, routeParameters: {}, title }
}

function attributePage(title: string, code: string): Destination {
  return { type: 'route', route: 'pim_enrich_attribute_edit', routeParameters: { code }, title }
}
