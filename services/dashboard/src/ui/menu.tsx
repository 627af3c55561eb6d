import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { lazy, Suspense } from 'react'
import { useLateLayer } from './use-late-layer.ts'

export interface MenuProps {
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'end'
}

const load = async () => import('./menu-layer.tsx')
const Layer = lazy(async () => ({ default: (await load()).MenuLayer }))

/** A button, given as `trigger`, and the list that it opens: arrows move, Enter takes, Escape closes. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  const layer = useLateLayer(load)
  return (
    <Base.Root modal={false} {...layer.root}>
      <Base.Trigger render={trigger} {...layer.trigger} />
      {layer.isWanted && (
        <Suspense>
          <Layer ref={layer.popup} align={align}>
            {children}
          </Layer>
        </Suspense>
      )}
    </Base.Root>
  )
}

export const MenuItem = Base.Item
