import { expect, test } from 'vitest'
import { createAuditApi, type BusinessError } from './audit.ts'
import { createCall } from './call.ts'

/** What the screens read of one business error with this content. */
async function read(content: object): Promise<BusinessError | undefined> {
  const item = { connection_code: 'erp', date_time: '2024-05-06T12:00:00+00:00', content }
  const audit = createAuditApi(createCall(async () => Response.json([item])))
  const answer = await audit.businessErrors('erp')
  return answer.ok ? answer.value[0] : undefined
}

test('the articles that help with an error are links, pages of the PIM and other addresses are not', async () => {
  const parameters = {
    what_is_a_family: {
      type: 'href',
      href: 'https://help.example.com/families.html',
      title: 'What is a family?',
    },
    family_settings: { type: 'route', route: 'family_index', title: 'Family settings' },
    trick: { type: 'href', href: 'javascript:alert(1)', title: 'Trick' },
  }
  const documentation = [{ message: 'More: {what_is_a_family}', parameters, style: 'text' }, 'odd']
  const product = { uuid: 'u', identifier: 'lamp', label: 'Lamp', family: null }
  const error = await read({ message: 'No such family', documentation, product })
  expect(error).toMatchObject({ message: 'No such family', productName: 'Lamp' })
  expect(error?.links).toEqual([
    { title: 'What is a family?', url: 'https://help.example.com/families.html' },
  ])
})

test('an error without documentation has no links', async () => {
  expect((await read({ message: 'No such family' }))?.links).toEqual([])
})
