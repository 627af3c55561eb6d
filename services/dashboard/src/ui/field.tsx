import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import './field.css'
import { Icon } from './icon.tsx'

export interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: ReactNode
  /** What is wrong with it; announced, and tied to the input. */
  fault?: string | undefined
  /** A control at the end of the input. */
  end?: ReactNode
  /** Beside the label. */
  aside?: ReactNode
}

/** A labeled input with its hint and fault. */
export function Field({ label, hint, fault, end, aside, className, ...rest }: FieldProps) {
  const id = useId()
  const notes = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={['field', className].filter(Boolean).join(' ')}>
      <span className="lblrow">
        <label className="lbl" htmlFor={id}>
          {label}
        </label>
        {aside}
      </span>
      <span className="ended">
        <input
          {...rest}
          id={id}
          className={fault === undefined ? 'input' : 'input bad'}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={notes || undefined}
        />
        {end}
      </span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} className="said bad" role="alert">
          <Icon name="failed" />
          <span>{fault}</span>
        </span>
      )}
    </div>
  )
}
