import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import './layer.css'

/** A few words on what is pointed at or has the focus. They stay under the pointer, and Escape takes them away. */
export function Hint({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger delay={200} render={trigger} />
      <Tooltip.Portal>
        <Tooltip.Positioner side="top" sideOffset={6} className="layer">
          <Tooltip.Popup className="tip">{children}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
