import { useEffect, useRef } from 'react'
import type { IconName } from '../ui/icon-shapes.ts'

/** Something that the present screen can do, offered among the commands of Ctrl K. */
interface ScreenCommand {
  does: string
  icon: IconName
  /** Beside the words, such as the kind of a file. */
  note?: string
  act: () => void
}

const screens = new Set<{ current: readonly ScreenCommand[] }>()

/** Offers commands while the component is on the page. */
export function useScreenCommands(commands: readonly ScreenCommand[]): void {
  const offered = useRef(commands)
  useEffect(() => {
    offered.current = commands
  })
  useEffect(() => {
    screens.add(offered)
    return () => {
      screens.delete(offered)
    }
  }, [])
}

/** What the screens on the page offer now. */
export function screenCommands(): ScreenCommand[] {
  return Array.from(screens).flatMap(({ current }) => current)
}
