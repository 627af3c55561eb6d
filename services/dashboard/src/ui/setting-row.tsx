import type { ReactNode } from 'react'
import './field.css'
import { Icon } from './icon.tsx'

/** What came of a change, beside its control. */
export type Answer = { kind: 'saved'; text?: string } | { kind: 'refused'; text: string } | null

interface SettingRowProps {
  label: string
  hint?: ReactNode
  answer?: Answer
  /** `switch` stays on one line on phones; `below` has its controls under the words. */
  look?: 'beside' | 'switch' | 'below'
  children: ReactNode
}

/** One setting: what it is called, what it does, its control and its answer. */
export function SettingRow({ label, hint, answer = null, look = 'beside', children }: SettingRowProps) {
  return (
    <div className={look === 'switch' ? 'set in' : 'set'}>
      <div>
        <div className="lb">{label}</div>
        {hint !== undefined && <div className="hint">{hint}</div>}
      </div>
      {look === 'below' ? (
        <div className="grow">
          {children}
          <Said answer={answer} />
        </div>
      ) : (
        <div className="ctrl">
          <Said answer={answer} />
          {children}
        </div>
      )}
    </div>
  )
}

/** Announced when it appears. */
export function Said({ answer }: { answer: Answer }) {
  if (answer === null) return <span role="status" />
  const isRefused = answer.kind === 'refused'
  return (
    <span className={isRefused ? 'said bad' : 'said'} role={isRefused ? 'alert' : 'status'}>
      <Icon name={isRefused ? 'failed' : 'check'} />
      <span>{answer.text ?? 'Saved'}</span>
    </span>
  )
}
