import { body, flag, json, text, type Body, type Described } from './described.ts'

const names: Body = { types: [json], schema: { type: 'array', items: text } }
const scenario: Body = { types: [json], schema: { $ref: '#/components/schemas/Scenario' } }

/** The mock's own addresses (design section 5). */
export const controlRoutes: readonly Described[] = [
  control('GET /scenario', 'The whole state', [200]),
  control('PUT /scenario', 'Load a state', [200, 400, 422], scenario),
  control('POST /reset', 'Go back to the scenario it started with', [200]),
  control(
    'POST /clock',
    'Move the clock by seconds, stop it or let it go on',
    [200, 400, 422],
    body({ advance: { type: 'number', minimum: 0 }, freeze: flag }),
  ),
  control('GET /exchanges', 'The last exchanges, newest last, secrets masked', [200]),
  control('DELETE /exchanges', 'Forget the exchanges', [200]),
  control('GET /faults', 'Which faults are on', [200]),
  control('PUT /faults', 'Switch faults on and off', [200, 400, 422], names),
  control('GET /session', 'Who is signed in to the screens', [200]),
  control('PUT /session', 'Sign somebody in', [200, 400, 422], body({ 'username!': text })),
  control('GET /openapi.json', 'This description', [200]),
]

function control(
  route: string,
  summary: string,
  statuses: readonly number[],
  sent?: Body,
): Described {
  const [method = '', path = ''] = route.split(' ')
  return {
    method,
    path: `/_control${path}`,
    tag: 'Control',
    summary,
    statuses,
    ...(sent && { body: sent }),
  }
}
