import { cloneElement } from 'react'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import './layer.css'
import { useLayer } from './use-layer.ts'

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<'button'>>
  label: string
  /** What is in it; `close` takes it away. */
  children: (close: () => void) => ReactNode
}

/** A few controls below a button; Escape and a click beside it close it. */
export function Popover({ trigger, label, children }: PopoverProps) {
  const { isOpen, close, ...layer } = useLayer({
    align: 'start',
    onShown: (place) => place.querySelector<HTMLElement>('button, input, select')?.focus(),
  })
  return (
    <>
      {cloneElement(trigger, { ...layer.trigger, 'aria-haspopup': 'dialog' })}
      <div {...layer.layer} className="layer pop controls" role="dialog" aria-label={label}>
        {isOpen && children(close)}
      </div>
    </>
  )
}
