import type { MouseEvent, ReactNode } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import './dialog.css'

interface DialogProps {
  open: boolean
  /** Without it the dialog stays until its owner takes it away. */
  onClose?: () => void
  title: string
  /** `wide` for tables; `sheet` rises from the lower edge of a phone; `palette` has no heading to be seen. */
  look?: 'plain' | 'wide' | 'sheet' | 'palette'
  children: ReactNode
}

/**
 * A question or a form above the page; Escape and the ground behind it close it, and focus returns to where it was. The first control has
 * the focus, or the one with `data-autofocus`.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

const classes = { plain: 'dialog', wide: 'dialog wide', sheet: 'sheet', palette: 'pop palette' } as const

function OpenDialog({ onClose, title, look = 'plain', children }: Omit<DialogProps, 'open'>) {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Before the element leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    if (dialog === null) return undefined
    show(dialog)
    return () => dialog.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={classes[look]}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        if (event.target === event.currentTarget) onClose?.()
      }}
      onClose={({ target, currentTarget }) => {
        if (target !== currentTarget || currentTarget.open) return
        if (onClose !== undefined) onClose()
        // A browser lets the second Escape through, whatever was said to the first.
        else show(currentTarget)
      }}
      onClick={(event) => isOnGround(event) && onClose?.()}
    >
      <h2 id={heading} className={look === 'palette' ? 'sr' : 'h2'}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}

function show(dialog: HTMLDialogElement): void {
  dialog.showModal()
  dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
}

/** A click beside the box: the browser reports it of the dialog itself. */
function isOnGround({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): boolean {
  if (target !== currentTarget || (clientX === 0 && clientY === 0)) return false
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
