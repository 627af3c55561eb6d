import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import './entry-form.css'
import { EntryMessage } from './entry-message.tsx'
import { ForgotPassword } from './forgot-password.tsx'
import { useEntry } from './use-entry.ts'
import type { EntryMode } from './use-entry.ts'

interface EntryFormProps {
  mode: EntryMode
  /** Characters of a new password, at least. */
  shortest: number
  onMode?: (mode: EntryMode) => void
  /** Whose address is known already. */
  email?: string
}

const words = {
  'sign-in': { button: 'Sign in', busy: 'Signing in …' },
  create: { button: 'Create account', busy: 'Creating …' },
} as const

/** E-mail and password: to sign in, or to make an account. What was typed stays after a refusal and when the purpose changes. */
export function EntryForm({ mode, shortest, onMode, email: known = '' }: EntryFormProps) {
  const [email, setEmail] = useState(known)
  const [password, setPassword] = useState('')
  const [isForgotten, setForgotten] = useState(false)
  const { refused, left, isPending, submit } = useEntry({ mode, shortest })
  const isNew = mode === 'create'
  return (
    <form
      className="entry-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit({ email, password })
      }}
    >
      <Field
        label="E-mail"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        fault={refused?.faults.email}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        fault={refused?.faults.password}
        aside={!isNew && <ForgotLink isOpen={isForgotten} onToggle={() => setForgotten(!isForgotten)} />}
        hint={hintOf({ isNew, isForgotten, shortest, email })}
        data-autofocus={known === '' ? undefined : ''}
      />
      {refused !== null && <EntryMessage refused={refused} left={left} onSignIn={onMode && (() => onMode('sign-in'))} />}
      <Button look="primary" type="submit" disabledBecause={reason(words[mode].busy, { left, isPending })}>
        {isPending ? words[mode].busy : words[mode].button}
      </Button>
    </form>
  )
}

function ForgotLink({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
  return (
    <button type="button" className="text-button small" aria-expanded={isOpen} onClick={onToggle}>
      Forgot password?
    </button>
  )
}

function hintOf({
  isNew,
  isForgotten,
  shortest,
  email,
}: {
  isNew: boolean
  isForgotten: boolean
  shortest: number
  email: string
}) {
  if (isNew) return `At least ${shortest} characters; any will do, spaces too.`
  return isForgotten ? <ForgotPassword email={email} /> : undefined
}

function reason(busy: string, { left, isPending }: { left: number; isPending: boolean }): string | undefined {
  if (isPending) return busy
  return left > 0 ? `Too many attempts: wait ${left} s` : undefined
}
