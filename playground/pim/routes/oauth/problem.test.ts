import { expect, test } from 'vitest'
import { PimError } from '../../domain/error.ts'
import { createRouter } from '../router.ts'
import { pageProblem } from './problem.ts'

test('a page shows a reason as text, whatever is in it', async () => {
  const router = createRouter()
  router.onError(pageProblem)
  router.get('/', () => {
    throw new PimError('not-found', '<script>"&"</script>')
  })
  const response = await router.fetch(new Request('https://pim.example.com/'), {})
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('<p>&#60;script&#62;&#34;&#38;&#34;&#60;/script&#62;</p>')
})
