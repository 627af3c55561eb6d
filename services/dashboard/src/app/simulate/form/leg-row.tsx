import { useState } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { oneWord, removed, replaced } from './command-form.ts'
import type { FormLeg } from './command-form.ts'
import type { FieldPlace } from './field-place.ts'
import type { FormProps } from './form-props.ts'

export interface LegRowProps extends FormProps {
  leg: FormLeg
  index: number
}

type Part = Extract<FieldPlace, { kind: 'leg' }>['part']

const sides = [
  { value: 'L', label: 'Long' },
  { value: 'S', label: 'Short' },
] as const

/** One leg as fields. */
export function LegRow({ leg, index, catalog, at, command, onEdits, onField }: LegRowProps) {
  const ticker = leg.ticker.text
  const name = ticker || `leg ${index + 1}`
  const side = sides.find(({ value }) => value === leg.side.text.toUpperCase())?.value ?? null
  const known = catalog.find(ticker.toUpperCase())
  const isAt = (part: Part): boolean => at?.kind === 'leg' && at.index === index && at.part === part
  const events = (part: Part) => ({ onFocus: () => onField({ kind: 'leg', index, part }), onBlur: () => onField(null) })
  return (
    <tr>
      <td>
        <span className="who">
          <input
            {...events('ticker')}
            className={isAt('ticker') ? 'input at' : 'input'}
            aria-label={`Ticker ${index + 1}`}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={ticker}
            onChange={({ target }) => onEdits(replaced(leg.ticker, oneWord(target.value).toUpperCase()))}
          />
          <span className="hide-s">{ticker.toUpperCase() === '$CASH' ? 'Cash' : known.length === 1 ? known[0]!.name : ''}</span>
        </span>
      </td>
      <td>
        <Segmented
          className="flush"
          label={`Side of ${name}`}
          segments={sides}
          value={side}
          onChange={(next) => onEdits(replaced(leg.side, next))}
        />
      </td>
      <td>
        <WeightInput leg={leg} name={name} isAt={isAt('weight')} onEdits={onEdits} {...events('weight')} />
      </td>
      <td>
        <IconButton icon="close" label={`Remove ${name}`} onClick={() => onEdits(removed(leg, command))} />
      </td>
    </tr>
  )
}

interface WeightInputProps extends Pick<LegRowProps, 'leg' | 'onEdits'> {
  name: string
  isAt: boolean
  onFocus: () => void
  onBlur: () => void
}

/** Percent without its sign; a fraction or a star as it is written. */
function WeightInput({ leg: { weight }, name, isAt, onEdits, onFocus, onBlur }: WeightInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isPercent = /^[\d.]*%?$/.test(weight.text)
  return (
    <span className="unit">
      <input
        className={isAt ? 'input at' : 'input'}
        inputMode="decimal"
        autoComplete="off"
        aria-label={isPercent ? `Weight of ${name}, percent` : `Weight of ${name}`}
        value={typed ?? weight.text.replace(/%$/, '')}
        onChange={({ target }) => {
          const next = oneWord(target.value)
          setTyped(next)
          onEdits(replaced(weight, /^[\d.]+$/.test(next) ? `${next}%` : next))
        }}
        onFocus={onFocus}
        onBlur={() => {
          setTyped(null)
          onBlur()
        }}
      />
      {isPercent && <i aria-hidden="true">%</i>}
    </span>
  )
}
