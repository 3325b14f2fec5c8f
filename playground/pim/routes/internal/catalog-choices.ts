import type { Channel } from '../../domain/catalogue-state.ts'
import { findCatalogSources, named } from '../../domain/mapping-source.ts'
import type { MappingTarget } from '../../domain/mapping-target.ts'
import type { Operation } from '../../domain/operation.ts'

/** What a catalog's criteria, filters and mapping can name. */
export function choicesOf(operation: Operation): object {
  const active = ({ enabled }: { enabled: boolean }) => enabled
  const byCode = ({ code }: { code: string }) => ({ code, label: code })
  return {
    families: [...operation.families.values()].map(named),
    categories: [...operation.categories.values()].map(named),
    channels: [...operation.channels.values()].map(channelToWire),
    locales: [...operation.locales.values()].filter(active).map(byCode),
    currencies: [...operation.currencies.values()].filter(active).map(byCode),
    sources: findCatalogSources(operation),
  }
}

function channelToWire(channel: Channel): object {
  return { ...named(channel), locales: channel.locales }
}

/** A target of a mapping schema, with the types of sources that fit. */
export function targetToWire(target: MappingTarget): object {
  return {
    code: target.code,
    label: target.label,
    description: target.description,
    type: target.type,
    format: target.format,
    is_required: target.isRequired,
    is_fixed: target.isFixed,
    source_types: target.kinds,
    takes_default: target.takesDefault,
  }
}
