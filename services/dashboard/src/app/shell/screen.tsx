import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

/** What every screen is inside: it names the tab, and moves focus to its heading when it opens by navigation. `bare` ones fill the window. */
export function Screen({ title, bare = false, children }: { title: string; bare?: boolean; children: ReactNode }) {
  const wrap = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${title} · PortoFino`
  }, [title])
  useEffect(() => {
    const isFirst = history.length <= 1 || document.activeElement === null || document.activeElement === document.body
    if (!isFirst) wrap.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={bare ? undefined : 'wrap'} ref={wrap}>
      {children}
    </div>
  )
}
