import type { RefObject } from 'react'
import { steppedIndex } from './list-steps.ts'
import { useKeys } from './use-keys.ts'

/**
 * `j` and `k` move the focus through the links of a list that are marked with `data-row` and an id; Enter then opens by itself, and `x`
 * selects.
 */
export function useListKeys(list: RefObject<HTMLElement | null>, onSelect: (id: string) => void): void {
  const links = (): HTMLElement[] => Array.from(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])
  const current = (): number => links().findIndex((link) => link.closest('tr, li')?.contains(document.activeElement) === true)
  const move = (step: number): void => {
    const all = links()
    const link = all[steppedIndex(current(), step, all.length)]
    link?.focus()
    link?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => {
      const id = links()[current()]?.dataset['row']
      if (id !== undefined) onSelect(id)
    },
  })
}
