import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode, Ref } from 'react'
import './layer.css'

export interface PopoverLayerProps {
  ref: Ref<HTMLDivElement>
  look: 'controls' | 'words'
  label?: string
  children: ReactNode
}

const looks = {
  controls: { side: 'bottom', className: 'pop controls' },
  // There is nothing in it that could have the focus.
  words: { side: 'top', className: 'tip', initialFocus: false },
} as const

export function PopoverLayer({ ref, look, label, children }: PopoverLayerProps) {
  const { side, ...popup } = looks[look]
  return (
    <Base.Portal>
      <Base.Positioner side={side} align="start" sideOffset={6} className="layer">
        <Base.Popup ref={ref} aria-label={label} {...popup}>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  )
}
