import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { Dialog } from './dialog.tsx'

interface SheetProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
}

/** What a phone has no room for, drawn up from below. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} look="sheet">
      <IconButton className="corner" icon="close" label="Close" onClick={onClose} />
      {children}
    </Dialog>
  )
}
