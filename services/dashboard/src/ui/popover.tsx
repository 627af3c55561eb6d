import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { useLateLayer } from './use-late-layer.ts'

const load = async () => import('./popover-layer.tsx')
const Layer = lazy(async () => ({ default: (await load()).PopoverLayer }))

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  open: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
}

/** A few controls below a button; Escape and a click beside it close it. */
export function Popover({ trigger, label, open, onOpenChange, children }: PopoverProps) {
  const layer = useLateLayer(load)
  const change = (isOpen: boolean): void => {
    layer.root.onOpenChange(isOpen)
    onOpenChange(isOpen)
  }
  return (
    <Base.Root open={open} {...layer.root} onOpenChange={change}>
      <Base.Trigger render={trigger} {...layer.trigger} />
      {layer.isWanted && (
        <Suspense>
          <Layer ref={layer.popup} look="controls" label={label}>
            {children}
          </Layer>
        </Suspense>
      )}
    </Base.Root>
  )
}

/** A few words on what is pointed at or pressed; they stay while the pointer is on them, and Escape takes them away. */
export function Explained({ trigger, children }: Pick<PopoverProps, 'trigger' | 'children'>) {
  const layer = useLateLayer(load)
  return (
    <Base.Root {...layer.root}>
      <Base.Trigger openOnHover delay={150} render={trigger} {...layer.trigger} />
      {layer.isWanted && (
        <Suspense>
          <Layer ref={layer.popup} look="words">
            {children}
          </Layer>
        </Suspense>
      )}
    </Base.Root>
  )
}
