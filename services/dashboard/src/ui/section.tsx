import type { ReactNode } from 'react'
import './section.css'

export interface SectionProps {
  id: string
  title: string
  /** One sentence on what it shows. */
  summary?: ReactNode
  children: ReactNode
}

/** A part of a screen with its side head: title and one sentence left, the matter right. */
export function Section({ id, title, summary, children }: SectionProps) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-head`}>
      <div className="side">
        <h2 className="h2" id={`${id}-head`} tabIndex={-1}>
          {title}
        </h2>
        {summary !== undefined && <p>{summary}</p>}
      </div>
      <div className="body">{children}</div>
    </section>
  )
}
