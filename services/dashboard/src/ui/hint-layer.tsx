import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode, Ref } from 'react'
import './layer.css'

export function HintLayer({ ref, children }: { ref: Ref<HTMLDivElement>; children: ReactNode }) {
  return (
    <Tooltip.Portal>
      <Tooltip.Positioner side="top" sideOffset={6} className="layer">
        <Tooltip.Popup ref={ref} className="tip">
          {children}
        </Tooltip.Popup>
      </Tooltip.Positioner>
    </Tooltip.Portal>
  )
}
