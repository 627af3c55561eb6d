import { Fragment, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { count } from '../format.ts'
import { pageSpan } from './page-span.ts'
import type { ListPage } from './page-span.ts'
import './table.css'

export interface PagerProps {
  /** What it is called among the landmarks of its screen. */
  label: string
  page: ListPage
  /** A link with these words to a page. */
  link: (page: number, words: string) => ReactNode
  children?: ReactNode
}

/** Which of all the items these are, and the way to the others. */
export function Pager({ label, page, link, children }: PagerProps) {
  const { first, last, pages } = pageSpan(page)
  const { nav, onClick } = useKeptFocus(page.page)
  const neighbors = [
    { words: 'Previous', to: page.page - 1 },
    { words: 'Next', to: page.page + 1 },
  ].filter(({ to }) => to >= 1 && to <= pages)
  return (
    <nav className="pager" aria-label={label} ref={nav} onClick={onClick}>
      <span>
        {count(first)} to {count(last)} of {count(page.total)}
      </span>
      {neighbors.length > 0 && (
        <span className="btns">
          {neighbors.map(({ words, to }) => (
            <Fragment key={words}>{link(to, words)}</Fragment>
          ))}
        </span>
      )}
      {children}
    </nav>
  )
}

/** The link to the next page is gone on the last one: then the other link has the focus. */
function useKeptFocus(page: number) {
  const nav = useRef<HTMLElement>(null)
  const isUsed = useRef(false)
  useEffect(() => {
    if (isUsed.current && document.activeElement === document.body) nav.current?.querySelector('a')?.focus()
    isUsed.current = false
  }, [page])
  return { nav, onClick: () => (isUsed.current = true) }
}
