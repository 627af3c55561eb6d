import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode, Ref } from 'react'
import './layer.css'

export interface MenuLayerProps {
  ref: Ref<HTMLDivElement>
  align: 'start' | 'end'
  children: ReactNode
}

export function MenuLayer({ ref, align, children }: MenuLayerProps) {
  return (
    <Base.Portal>
      <Base.Positioner align={align} sideOffset={6} className="layer">
        <Base.Popup ref={ref} className="pop menu">
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
