import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import './dialog.css'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  wide?: boolean
  children: ReactNode
}

/** A question or a form above the page; Escape and the ground behind it close it, and focus returns to where it was. */
export function Dialog({ open, onClose, title, wide = false, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className={wide ? 'dialog wide' : 'dialog'}>
          <Base.Title className="h2">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
