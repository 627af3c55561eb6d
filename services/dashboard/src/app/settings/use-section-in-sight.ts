import { useEffect, useState } from 'react'

/** The id of the section that is being read: the one that crosses a line in the upper third of the window. */
export function useSectionInSight(ids: readonly string[]): string | null {
  const [inSight, setInSight] = useState<string | null>(null)
  const list = ids.join(' ')
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        const crossing = entries.find(({ isIntersecting }) => isIntersecting)
        if (crossing !== undefined) setInSight(crossing.target.id)
      },
      { rootMargin: '-30% 0px -69% 0px' },
    )
    const look = (): void => {
      for (const id of list.split(' ')) {
        const section = document.querySelector(`#${id}`)
        if (section !== null) watch.observe(section)
      }
    }
    look()
    // Parts that wait for the server come later.
    const growth = new MutationObserver(look)
    growth.observe(document.querySelector('#main') ?? document.body, { childList: true, subtree: true })
    return () => {
      watch.disconnect()
      growth.disconnect()
    }
  }, [list])
  return inSight
}
