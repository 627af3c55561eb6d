import { useId } from 'react'
import { oneWord } from './command-form.ts'

interface DateInputProps {
  label: string
  /** A date as it could be typed here. */
  example: string
  value: string
  isAt: boolean
  onChange: (typed: string) => void
  onFocus: () => void
  onBlur: () => void
}

/** A day as it is written: year-month-day, or a month or year alone. */
export function DateInput({ label, example, value, isAt, onChange, ...events }: DateInputProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...events}
        id={id}
        className={isAt ? 'input at' : 'input'}
        value={value}
        placeholder={example}
        inputMode="numeric"
        autoComplete="off"
        onChange={({ target }) => onChange(oneWord(target.value))}
      />
    </div>
  )
}
