import type { ReactNode } from 'react'
import './section.css'

interface SectionProps {
  id: string
  title: string
  /** One sentence on what it shows. */
  summary?: ReactNode
  /** Between title and sentence, and below it. */
  button?: ReactNode
  links?: ReactNode
  className?: string
  bodyClass?: string
  /** The matter; without it, the head stands alone. */
  children: ReactNode
}

/** A part of a screen with its side head: title and one sentence left, the matter right. */
export function Section({ id, title, summary, button, links, className, bodyClass, children }: SectionProps) {
  return (
    <section className={['sec', className].filter(Boolean).join(' ')} id={id} aria-labelledby={`${id}-head`}>
      <div className="side">
        <h2 className="h2" id={`${id}-head`} tabIndex={-1}>
          {title}
        </h2>
        {button}
        {summary !== undefined && <p>{summary}</p>}
        {links}
      </div>
      {children !== null && <div className={['body', bodyClass].filter(Boolean).join(' ')}>{children}</div>}
    </section>
  )
}
