import { toJsonSchema, type JsonSchema } from '../store/json-schema.ts'
import { scenarioShape } from './check-scenario.ts'

/**
 * What a scenario looks like, as a JSON Schema. A scenario must also be free of references to what is not there, which
 * no schema can say.
 */
export function scenarioSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A scenario of the mocked PIM',
    description: 'A whole state of the PIM but its product catalogue.',
    ...toJsonSchema(scenarioShape),
  }
}
