import { useId, useState } from 'react'
import { useMoney } from '../../../settings/use-settings.ts'
import { Icon } from '../../../ui/icon.tsx'
import { BuildForm } from './build-form.tsx'
import { changedOption } from './command-form.ts'
import { CopyLink } from '../draft/copy-link.tsx'
import type { FormProps } from './form-props.ts'
import { optionSummary } from './option-fields.ts'
import type { FormKey } from './option-fields.ts'
import { OptionInputs } from './option-inputs.tsx'
import './form.css'

export interface OptionsRowProps extends FormProps {
  /** The whole text of the editor, for the link. */
  text: string
}

/** The options at a glance; unfolded, the fields that edit them; or the whole command as a form. */
export function OptionsRow({ text, ...props }: OptionsRowProps) {
  const [open, setOpen] = useState<'options' | 'form' | null>(null)
  const id = useId()
  const toggle = (what: 'options' | 'form') => () => setOpen(open === what ? null : what)
  return (
    <>
      <div className="opts">
        <button
          type="button"
          className="open"
          aria-expanded={open === 'options'}
          aria-controls={`${id}-options`}
          onClick={toggle('options')}
        >
          <Icon name={open === 'options' ? 'chevron-down' : 'chevron-right'} />
          Options
        </button>
        <Summary form={props.form} />
        <span className="tools">
          <CopyLink text={text} />
          <button
            type="button"
            className="form"
            aria-expanded={open === 'form'}
            aria-controls={`${id}-form`}
            onClick={toggle('form')}
          >
            {open === 'form' ? 'Close form' : 'Build by form'}
          </button>
        </span>
      </div>
      <div id={`${id}-options`} hidden={open !== 'options'}>
        {open === 'options' && <FoldedOptions {...props} />}
      </div>
      <div id={`${id}-form`} hidden={open !== 'form'}>
        {open === 'form' && <BuildForm {...props} />}
      </div>
    </>
  )
}

function Summary({ form }: Pick<FormProps, 'form'>) {
  const money = useMoney()
  const written = (key: FormKey): string | undefined => form.options.find((option) => option.key === key)?.value.text
  return (
    <>
      <span className="o">
        <b>{money(Number(written('capital') ?? 100_000))}</b>
      </span>
      {optionSummary(written).map(({ key, name, value }) => (
        <span className="o" key={key}>
          {name} <b>{value}</b>
        </span>
      ))}
    </>
  )
}

const foldedKeys: readonly FormKey[] = ['capital', 'bench', 'rebalance', 'cost', 'rf']

function FoldedOptions({ form, command, at, onEdits, onField }: FormProps) {
  return (
    <div className="fields folded">
      <OptionInputs
        form={form}
        keys={foldedKeys}
        at={at}
        onFocus={onField}
        onChange={(key, value) => onEdits(changedOption(form, key, { value, text: command }))}
      />
    </div>
  )
}
