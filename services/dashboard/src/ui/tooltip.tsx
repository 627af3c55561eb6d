import { Popover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import './layer.css'

/** A few words on what is pointed at, focused or touched; they stay while the pointer is on them, and Escape takes them away. */
export function Explained({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger openOnHover delay={150} render={trigger} />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="layer">
          <Popover.Popup className="tip" initialFocus={false}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
