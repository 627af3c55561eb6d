import { useEffect, useRef } from 'react'
import { settings } from '../settings/settings.ts'
import { heard, isTyping, strokeOf } from './stroke.ts'
import type { Waiting } from './stroke.ts'

/** By name: `mod+k`, `?`, `g r`, `Enter`. */
type KeyBindings = Readonly<Record<string, () => void>>

const layers = new Set<{ current: KeyBindings }>()
let waiting: Waiting | null = null

/**
 * Shortcuts that hold while the component is on the page. Single keys are silent in fields, under dialogs and where Settings turns them
 * off; those with Ctrl or Command always act. Enter and Space stay with a control that has the focus.
 */
export function useKeys(bindings: KeyBindings): void {
  const layer = useRef(bindings)
  useEffect(() => {
    layer.current = bindings
  })
  useEffect(() => {
    if (layers.size === 0) addEventListener('keydown', onKeyDown)
    layers.add(layer)
    return () => {
      layers.delete(layer)
      if (layers.size === 0) removeEventListener('keydown', onKeyDown)
    }
  }, [])
}

function onKeyDown(event: KeyboardEvent): void {
  const stroke = strokeOf(event)
  if (stroke === null || event.defaultPrevented || isSilent(event, stroke)) return
  const names = Array.from(layers).flatMap(({ current }) => Object.keys(current))
  const { name, waiting: next } = heard(stroke, { waiting, now: event.timeStamp, names })
  waiting = next
  if (name === null) return
  event.preventDefault()
  // The one that came last knows best what is meant on its screen.
  Array.from(layers)
    .findLast(({ current }) => name in current)
    ?.current[name]?.()
}

function isSilent({ target }: KeyboardEvent, stroke: string): boolean {
  if (stroke.startsWith('mod+')) return false
  if (
    !settings.current().shortcuts ||
    isTyping(target) ||
    document.querySelector('dialog:modal, [popover=auto]:popover-open') !== null
  )
    return true
  const isOnControl = target instanceof Element && target.closest('a[href], button, [role=menuitem], summary') !== null
  return isOnControl && (stroke === 'Enter' || stroke === ' ')
}
