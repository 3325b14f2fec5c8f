import { onMounted, shallowRef, watch, type ShallowRef } from 'vue'
import { showEra, useEra } from '../../../playground/ui/era.ts'
import { readAddressChoices, type UnknownChoice } from '../address/choices.ts'

/**
 * Follows what the address of the first page asks for, and gives what of it there is not. A note goes
 * when the reader chooses for themself.
 */
export function useAddressChoices(): ShallowRef<UnknownChoice[]> {
  const { era } = useEra()
  const unknown = shallowRef<UnknownChoice[]>([])

  onMounted(() => {
    const choices = readAddressChoices(location.search)
    if (choices.era) showEra(choices.era)
    unknown.value = choices.unknown
    watch(era, () => {
      unknown.value = unknown.value.filter(({ what }) => what === 'language')
    })
  })
  return unknown
}
