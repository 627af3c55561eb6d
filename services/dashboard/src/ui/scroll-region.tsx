import type { ReactNode } from 'react'
import './table.css'

/** What is wider or longer than its place: it scrolls in itself, also by keyboard, and says what it holds. */
export function ScrollRegion({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={['scroll', className].filter(Boolean).join(' ')} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}
