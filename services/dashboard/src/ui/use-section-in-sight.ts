import { useEffect, useState } from 'react'

/** The id of the section that is being read: the last one that has come up to the head of the window. */
export function useSectionInSight<Id extends string>(sections: readonly { id: Id }[]): Id | null {
  const [inSight, setInSight] = useState<Id | null>(null)
  useEffect(() => {
    const look = (): void => {
      const line = innerHeight * 0.3
      const read = sections.findLast(
        ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) < line,
      )
      setInSight(read?.id ?? null)
    }
    addEventListener('scroll', look, { passive: true })
    look()
    return () => removeEventListener('scroll', look)
  }, [sections])
  return inSight
}
