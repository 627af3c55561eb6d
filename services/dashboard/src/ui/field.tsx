import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import './field.css'

export interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: ReactNode
  /** What is wrong with it; announced, and tied to the input. */
  fault?: string | undefined
}

/** A labeled input with its hint and fault. */
export function Field({ label, hint, fault, className, ...rest }: FieldProps) {
  const id = useId()
  const notes = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={['field', className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className={fault === undefined ? 'input' : 'input bad'}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={notes || undefined}
      />
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} className="said bad" role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}
