import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { useLateLayer } from './use-late-layer.ts'

const load = async () => import('./hint-layer.tsx')
const Layer = lazy(async () => ({ default: (await load()).HintLayer }))

/**
 * A few words on a button that does something else when it is pressed, while it is pointed at or has the focus. They stay under the
 * pointer, and Escape takes them away.
 */
export function Hint({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  const layer = useLateLayer(load)
  return (
    <Tooltip.Root {...layer.root}>
      <Tooltip.Trigger delay={200} render={trigger} {...layer.trigger} />
      {layer.isWanted && (
        <Suspense>
          <Layer ref={layer.popup}>{children}</Layer>
        </Suspense>
      )}
    </Tooltip.Root>
  )
}
