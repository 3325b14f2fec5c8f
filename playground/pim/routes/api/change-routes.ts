import { createEntity, updateEntity, type ChangeRules, type Saved } from '../../domain/change.ts'
import type { Fields } from '../../domain/fields.ts'
import { encodeSegment } from '../../http/query.ts'
import type { PimContext, PimRouter } from '../router.ts'
import { answerBatch, collectionType } from './batch.ts'
import { allowChange, answerSaved, documented, readFields, type ChangeRight } from './change.ts'

export interface ChangeRoutes {
  /** The list's path as the router knows it. */
  readonly path: string
  readonly right: ChangeRight
  /** Where the documentation tells of creating one, and of changing one. */
  readonly anchors: { readonly post: string; readonly patch: string }
  /** Creates an entity and gives back its code. */
  readonly create: (context: PimContext, fields: Fields) => string
  readonly update: (context: PimContext, code: string, fields: Fields) => Saved
  /** The list's path with its parameters filled in. Default: `path`. */
  readonly addressOf?: (context: PimContext) => string
}

/** POST, PATCH and batch PATCH of entities that are known by their code (contract I.4, I.5). */
export function changeRoutes(router: PimRouter, routes: ChangeRoutes): void {
  const { path, right, anchors, create, update } = routes
  const addressOf = (context: PimContext, code: string): string =>
    `${routes.addressOf?.(context) ?? path}/${encodeSegment(code)}`
  router.post(path, (context) => {
    allowChange(context, right)
    const fields = readFields(context)
    const code = documented(context, anchors.post, () => create(context, fields))
    return answerSaved(context, true, addressOf(context, code))
  })
  router.patch(path, (context) => {
    allowChange(context, right, collectionType)
    return answerBatch(context, {
      key: 'code',
      save: (code, fields) =>
        documented(context, anchors.patch, () => update(context, code, fields)).isNew,
    })
  })
  router.patch(`${path}/:code`, (context) => {
    allowChange(context, right)
    const fields = readFields(context)
    const address = context.req.param('code') ?? ''
    const saved = documented(context, anchors.patch, () => update(context, address, fields))
    return answerSaved(context, saved.isNew, addressOf(context, saved.code))
  })
}

/** How entities are created and updated that only their own rules decide on. */
export function byRules<Entity extends { readonly code: string; readonly updated?: string }>(
  rules: ChangeRules<Entity>,
): Pick<ChangeRoutes, 'create' | 'update'> {
  return {
    create: ({ env }, fields) => createEntity(env.operation, rules, fields),
    update: ({ env }, code, fields) => updateEntity(env.operation, rules, code, fields),
  }
}
