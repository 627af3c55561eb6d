import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { changePassword, sessionsQuery } from '../../api/account.ts'
import { authOptionsQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import type { Answer } from '../../ui/setting-row.tsx'
import { SettingRow } from '../../ui/setting-row.tsx'
import { isProblem, told } from '../../problems.ts'
import { useSingleMutation } from '../use-single-mutation.ts'
import type { NamedAccount } from './named-account.ts'

/** A new password, with the one that it replaces. */
export function PasswordRow({ account }: { account: NamedAccount }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const { data: options } = useQuery(authOptionsQuery)
  const queries = useQueryClient()
  const { mutate, error, isPending, isSuccess } = useSingleMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      setCurrent('')
      setNext('')
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  const hint = `At least ${options?.password_min_length ?? 8} characters; any will do, spaces too. Changing it ends your other sessions.`
  return (
    <SettingRow label="Password" hint={hint} look="below" answer={answerOf(error, isSuccess)}>
      <form
        className="pw"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && next !== '') mutate({ current, next })
        }}
      >
        <input type="text" name="email" autoComplete="username" value={account.email} readOnly hidden />
        <PasswordField
          label={account.google_linked ? 'Current password, if you have one' : 'Current password'}
          autoComplete="current-password"
          value={current}
          fault={isProblem(error, 'invalid_credentials') ? error.message : undefined}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <PasswordField
          label="New password"
          autoComplete="new-password"
          value={next}
          fault={isProblem(error, 'invalid_password') ? error.message : undefined}
          onChange={(event) => setNext(event.target.value)}
        />
        <Button type="submit" disabledBecause={isPending ? 'Changing …' : undefined}>
          Change password
        </Button>
      </form>
    </SettingRow>
  )
}

function answerOf(error: unknown, isSuccess: boolean): Answer {
  if (isSuccess) return { kind: 'saved', text: 'Changed; your other sessions have ended.' }
  const isAtField = isProblem(error, 'invalid_credentials') || isProblem(error, 'invalid_password')
  return error === null || isAtField ? null : { kind: 'refused', text: told(error).detail }
}
