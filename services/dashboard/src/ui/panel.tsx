import type { ReactNode } from 'react'
import { told } from '../problems.ts'
import './panel.css'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

/** Nothing here yet: what, why, one way on. */
export function EmptyPanel({
  icon,
  title,
  children,
  action,
}: {
  icon: IconName
  title: string
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="panel">
      <div className="mid">
        <Icon name={icon} />
        <b>{title}</b>
        <p>{children}</p>
        {action}
      </div>
    </div>
  )
}

/** What failed, what still holds, Retry, and the number that finds it in the log. */
export function ErrorPanel({ error, holds, onRetry }: { error: unknown; holds?: string; onRetry?: () => void }) {
  const { title, detail, requestId } = told(error)
  return (
    <div className="panel" role="alert">
      <div className="mid">
        <Icon name="unplug" />
        <b>{title}</b>
        <p>
          {detail} {holds}
          {requestId !== null && (
            <>
              {' '}
              Request <span className="mono">{requestId.slice(0, 8)}</span>.
            </>
          )}
        </p>
        {onRetry && (
          <Button icon="rerun" onClick={onRetry}>
            Retry
          </Button>
        )}
      </div>
    </div>
  )
}

/** A line above figures that says what to know of them. */
export function Banner({
  icon,
  kind = 'warning',
  children,
}: {
  icon: IconName
  kind?: 'warning' | 'error'
  children: ReactNode
}) {
  return (
    <div className={kind === 'error' ? 'banner error' : 'banner'} role="status">
      <Icon name={icon} />
      <span>{children}</span>
    </div>
  )
}

/** Holds the place of what is being loaded, in its final size. */
export function Skeleton({
  className,
  width,
  height,
}: {
  className?: string
  width?: number | string
  height?: number | string
}) {
  return <span className={['skel', className].filter(Boolean).join(' ')} style={{ width, height }} aria-hidden="true" />
}
