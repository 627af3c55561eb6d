import { cloneElement } from 'react'
import type { ComponentProps, KeyboardEvent, ReactElement, ReactNode } from 'react'
import { ringStep } from '../keys/list-steps.ts'
import './layer.css'
import { useLayer } from './use-layer.ts'

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<'button'>>
  align?: 'start' | 'end'
  children: ReactNode
}

const items = (menu: HTMLElement): HTMLElement[] => Array.from(menu.querySelectorAll<HTMLElement>('[role=menuitem]'))

/** A button, given as `trigger`, and the list that it opens: arrows move, Enter takes, Escape closes. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  const { isOpen, close, ...layer } = useLayer({ align, onShown: (menu) => items(menu)[0]?.focus() })
  return (
    <>
      {cloneElement(trigger, { ...layer.trigger, 'aria-haspopup': 'menu' })}
      <div
        {...layer.layer}
        className="layer pop menu"
        role="menu"
        onKeyDown={(event) => {
          move(event)
          if (event.key === 'Tab') close()
        }}
      >
        {isOpen && children}
      </div>
    </>
  )
}

const steps: Readonly<Record<string, (place: number, length: number) => number>> = {
  ArrowDown: (place, length) => ringStep(place, 1, length),
  ArrowUp: (place, length) => ringStep(place, -1, length),
  Home: () => 0,
  End: (_place, length) => length - 1,
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const all = items(event.currentTarget)
  const place = all.findIndex((item) => item === document.activeElement)
  all[step(place, all.length)]?.focus()
}

interface MenuItemProps extends ComponentProps<'button'> {
  /** Whether choosing it closes the menu, as it usually does. */
  closeOnClick?: boolean
}

export function MenuItem({ closeOnClick = true, onClick, ...rest }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      {...rest}
      onClick={(event) => {
        // First, so that the focus is back where whatever follows can return it to.
        if (closeOnClick) event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
        onClick?.(event)
      }}
    />
  )
}
