import { totals } from '@portofino/strategy'
import type { Totals } from '@portofino/strategy'
import { useId, useState } from 'react'
import { weight } from '../../../format.ts'
import { Button } from '../../../ui/button.tsx'
import { CommandText } from '../../../ui/command-text.tsx'
import { addedLeg, changedDate, changedOption, missingWeight, sharedEqually } from './command-form.ts'
import type { CommandForm } from './command-form.ts'
import { tokenOf } from './field-place.ts'
import { DateInput } from './date-input.tsx'
import { LegRow } from './leg-row.tsx'
import { NewLegRow } from './new-leg-row.tsx'
import { formKeys } from './option-fields.ts'
import { OptionInputs } from './option-inputs.tsx'
import type { FormProps } from './form-props.ts'

/** The same command as fields: what is typed in one stands in the other at once. What has no field stays in the text. */
export function BuildForm(props: FormProps) {
  const { command, form, at, onEdits, onField } = props
  const id = useId()
  const edited = at?.kind === 'leg' ? (form.legs[at.index] ?? null) : tokenOf(at, form)
  return (
    <section className="build" aria-labelledby={id}>
      <div className="bar">
        <h3 className="h3" id={id}>
          Build by form
        </h3>
        <span className="small muted">
          What you choose here is written above.{' '}
          {edited && (
            <>
              You are editing <CommandText command={command.slice(edited.start, edited.end)} />
            </>
          )}
        </span>
      </div>
      <Legs {...props} />
      <div className="fields">
        {([0, 1] as const).map((index) => (
          <DateInput
            key={index}
            label={index === 0 ? 'From' : 'To'}
            example={index === 0 ? '2020-01-01' : '2022-12-31'}
            value={form.dates[index]?.text ?? ''}
            isAt={at?.kind === 'date' && at.index === index}
            onChange={(typed) => onEdits(changedDate(form, index, { typed, text: command }))}
            onFocus={() => onField({ kind: 'date', index })}
            onBlur={() => onField(null)}
          />
        ))}
        <OptionInputs
          form={form}
          keys={formKeys}
          at={at}
          onFocus={onField}
          onChange={(key, value) => onEdits(changedOption(form, key, { value, text: command }))}
        />
      </div>
      <p className="hint">What you leave as it is need not be written. Only the command is saved. 100 bps are 1%.</p>
    </section>
  )
}

function Legs(props: FormProps) {
  const { command, form, onEdits } = props
  const [isAdding, setAdding] = useState(false)
  const sums = totals(command)
  const add = (ticker: string): void => {
    setAdding(false)
    onEdits(addedLeg(form, `${ticker}-L-${missingWeight(sums)}`))
  }
  return (
    <table className="legs">
      <thead>
        <tr>
          <th scope="col">Ticker</th>
          <th scope="col">Side</th>
          <th scope="col">Weight</th>
          <th scope="col">
            <span className="sr">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {form.legs.map((leg, index) => (
          <LegRow key={index} leg={leg} index={index} {...props} />
        ))}
        {(isAdding || form.legs.length === 0) && <NewLegRow isFocused={isAdding} onAdd={add} onLeave={() => setAdding(false)} />}
      </tbody>
      <LegsFoot form={form} sums={sums} onAdd={() => setAdding(true)} onShare={() => onEdits(sharedEqually(form))} />
    </table>
  )
}

interface LegsFootProps {
  form: CommandForm
  sums: Totals
  onAdd: () => void
  onShare: () => void
}

function LegsFoot({ form, sums, onAdd, onShare }: LegsFootProps) {
  return (
    <tfoot>
      <tr>
        <td>
          <div className="btns">
            <Button size="sm" icon="plus" onClick={onAdd}>
              Add leg
            </Button>
            <Button
              size="sm"
              look="quiet"
              disabledBecause={form.legs.length < 2 ? 'It takes two legs to share.' : undefined}
              onClick={onShare}
            >
              Share equally
            </Button>
          </div>
        </td>
        <td className="muted sumword">Sum</td>
        <td className={sums.gross === sums.required ? 'sumfig' : 'sumfig fl'}>{weight(Number(sums.gross) / 100)}</td>
        <td />
      </tr>
    </tfoot>
  )
}
