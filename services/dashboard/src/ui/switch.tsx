import './field.css'

interface SwitchProps {
  checked: boolean
  onChange: (isOn: boolean) => void
  /** Where no label element stands around it. */
  label?: string
  disabled?: boolean
}

/** On or off, at once. */
export function Switch({ checked, onChange, label, disabled }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      className="switch"
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
  )
}
