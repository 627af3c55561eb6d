import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import '../../../ui/field.css'
import type { CommandForm } from './command-form.ts'
import { oneWord } from './command-form.ts'
import type { FieldPlace } from './field-place.ts'
import { choices, plainAmount, writtenAmount } from './option-fields.ts'
import type { FormKey } from './option-fields.ts'

export interface OptionInputsProps {
  form: CommandForm
  keys: readonly FormKey[]
  /** The field whose token the caret is in. */
  at: FieldPlace | null
  onChange: (key: FormKey, value: string | null) => void
  onFocus: (place: FieldPlace | null) => void
}

const labels: Readonly<Record<FormKey, string>> = {
  capital: 'Start with',
  bench: 'Benchmark',
  rebalance: 'Rebalance',
  cost: 'Cost of a trade',
  rf: 'Risk-free rate',
  late: 'If a leg lists late',
}

/** A field for each of these options; each edits the command and nothing else. */
export function OptionInputs({ form, keys, at, onChange, onFocus }: OptionInputsProps) {
  return keys.map((key) => {
    const written = form.options.find((option) => option.key === key)?.value.text
    const place: FieldPlace = { kind: 'option', key }
    const field = {
      label: labels[key],
      written,
      isAt: at?.kind === 'option' && at.key === key,
      onChange: (value: string | null) => onChange(key, value),
      onFocus: () => onFocus(place),
      onBlur: () => onFocus(null),
    }
    return key === 'bench' || key === 'rebalance' || key === 'late' ? (
      <ChoiceInput key={key} name={key} {...field} />
    ) : (
      <AmountInput key={key} name={key} {...field} />
    )
  })
}

interface FieldOf<Name extends FormKey> {
  name: Name
  label: string
  written: string | undefined
  isAt: boolean
  onChange: (value: string | null) => void
  onFocus: () => void
  onBlur: () => void
}

function AmountInput({ name, label, written, isAt, onChange, onFocus, onBlur }: FieldOf<'capital' | 'cost' | 'rf'>) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const amount = plainAmount(name, written)
  const isMoney = name === 'capital'
  const shown = amount === null ? (written ?? '') : isMoney ? grouped(amount.number) : amount.number
  const unit = isMoney ? '$' : amount?.unit
  return (
    <Labeled id={id} label={label}>
      <span className={isMoney ? 'unit pre' : 'unit wide'}>
        <input
          id={id}
          className={isAt ? 'input at' : 'input'}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? shown}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(writtenAmount(name, { typed: event.target.value, unit: isMoney ? '' : (amount?.unit ?? '') }))
          }}
          onFocus={onFocus}
          onBlur={() => {
            setTyped(null)
            onBlur()
          }}
        />
        {unit !== undefined && <i aria-hidden="true">{unit}</i>}
      </span>
    </Labeled>
  )
}

function grouped(number: string): string {
  return number.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}

const otherValue = 'other…'

function ChoiceInput({ name, label, written, isAt, onChange, onFocus, onBlur }: FieldOf<'bench' | 'rebalance' | 'late'>) {
  const id = useId()
  const [isOther, setOther] = useState(false)
  const list = choices[name]
  const standard = list[0]!.value
  const value = written ?? standard
  const isListed = list.some((choice) => choice.value === value)
  const showsText = name === 'bench' && (isOther || !isListed)
  return (
    <Labeled id={id} label={label}>
      <select
        id={id}
        className={isAt ? 'input at' : 'input'}
        value={showsText ? otherValue : value}
        onChange={({ target }) => {
          setOther(target.value === otherValue)
          if (target.value !== otherValue) onChange(target.value === standard ? null : target.value)
        }}
        onFocus={onFocus}
        onBlur={onBlur}
      >
        {list.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {name === 'bench' ? (
          <option value={otherValue}>Another</option>
        ) : (
          !isListed && <option value={value}>As written: {value}</option>
        )}
      </select>
      {showsText && (
        <input
          className="input"
          aria-label="Ticker of the benchmark"
          placeholder="Ticker, such as KO"
          value={isListed ? '' : value}
          onChange={({ target }) => onChange(oneWord(target.value).toUpperCase() || null)}
          onFocus={onFocus}
          onBlur={onBlur}
          readOnly={value.startsWith('(')}
        />
      )}
    </Labeled>
  )
}

function Labeled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}
