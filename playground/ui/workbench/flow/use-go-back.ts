import type { Exchange } from '../../../flow/exchange.ts'
import { useWorkbench } from '../workbench.ts'

/** The way back to before an exchange, which is then held so that it can be edited and sent anew. */
export function useGoBack(): { goBackBefore(exchange: Exchange): Promise<void> } {
  const { travel, stepper, browser, network, announce, layout } = useWorkbench()

  return {
    async goBackBefore(exchange) {
      const { from, to, request, title } = exchange
      while (stepper.pending()) stepper.cancel()
      try {
        await travel.goBackBefore(exchange.id)
      } catch (error) {
        return announce((error as Error).message)
      }
      layout.change({ exchange: '' })
      announce(`Back to before: ${title}`)
      if (exchange.isByScreen) return layout.change({ pane: 'browser' })
      stepper.setMode('step')
      const again =
        from === 'browser'
          ? browser.navigate(browser.activeId(), toNavigation(request))
          : network.send({ from, to, request, title })
      again.catch((error: unknown) => announce((error as Error).message))
    },
  }
}

// The browser adds its cookies by itself.
function toNavigation({ method, url, headers, body }: Exchange['request']) {
  const contentType = headers['content-type']
  return { method, url, body, ...(contentType === undefined ? {} : { contentType }) }
}
