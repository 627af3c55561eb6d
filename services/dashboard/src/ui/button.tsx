import type { ComponentProps, ReactNode } from 'react'
import './button.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.ts'

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'quiet'
  size?: 'sm' | 'md'
  icon?: IconName
  /** Why it cannot be pressed now. It stays in reach of keyboard and screen reader, and says so. */
  disabledBecause?: string | undefined
  children?: ReactNode
}

/** What a button or a link that looks like one wears. */
export function buttonClass({ look = 'plain', size = 'md' }: Pick<ButtonProps, 'look' | 'size'>): string {
  return ['btn', look === 'plain' ? '' : look, size === 'sm' ? 'sm' : ''].filter(Boolean).join(' ')
}

export function Button({ look, size, icon, disabledBecause, onClick, children, className, ...rest }: ButtonProps) {
  const isDisabled = disabledBecause !== undefined
  return (
    <button
      type="button"
      {...rest}
      className={[buttonClass({ ...(look ? { look } : {}), ...(size ? { size } : {}) }), className].filter(Boolean).join(' ')}
      aria-disabled={isDisabled || undefined}
      title={disabledBecause ?? rest.title}
      onClick={isDisabled ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  icon: IconName
  /** What it does: its name for screen readers, and its hint. */
  label: string
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={['iconbtn', className].filter(Boolean).join(' ')}>
      <Icon name={icon} />
    </button>
  )
}
