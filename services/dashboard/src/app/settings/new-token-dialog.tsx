import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { apiTokensQuery, createApiToken } from '../../api/account.ts'
import type { ApiToken, CreatedApiToken } from '../../api/account.ts'
import { told } from '../../problems.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { useSingleMutation } from '../use-single-mutation.ts'

const scopes: readonly { value: ApiToken['scope']; does: string }[] = [
  { value: 'read', does: 'looks at runs, results and reports' },
  { value: 'operate', does: 'also runs, renames and deletes' },
]

interface NewTokenDialogProps {
  open: boolean
  onClose: () => void
  onMade: (token: CreatedApiToken) => void
}

/** Names a token and says how far it reaches. */
export function NewTokenDialog({ open, onClose, onMade }: NewTokenDialogProps) {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<ApiToken['scope']>('read')
  const queries = useQueryClient()
  const { mutate, reset, isPending, error } = useSingleMutation({
    mutationFn: createApiToken,
    onSuccess: async (token) => {
      onMade(token)
      setName('')
      onClose()
      await queries.invalidateQueries({ queryKey: apiTokensQuery.queryKey })
    },
  })
  const close = (): void => {
    // What was refused is told once.
    if (!isPending) reset()
    onClose()
  }
  const refusal = error === null ? null : told(error)
  return (
    <Dialog open={open} onClose={close} title="New token">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && name.trim() !== '') mutate({ name: name.trim(), scope })
        }}
      >
        <Field
          label="Name"
          hint="What uses it, such as notebook."
          maxLength={100}
          value={name}
          fault={refusal === null ? undefined : (refusal.fields['name'] ?? refusal.detail)}
          data-autofocus=""
          onChange={(event) => setName(event.target.value)}
        />
        <ScopeChoice scope={scope} onChange={setScope} />
        <div className="btns">
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" disabledBecause={name.trim() === '' ? 'Give it a name first' : undefined}>
            Create token
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function ScopeChoice({ scope, onChange }: { scope: ApiToken['scope']; onChange: (scope: ApiToken['scope']) => void }) {
  return (
    <div className="scopes" role="radiogroup" aria-label="Scope">
      {scopes.map(({ value, does }) => (
        <label key={value} className="rad">
          <input type="radio" className="radio" name="scope" checked={scope === value} onChange={() => onChange(value)} />
          <span>
            <b>{value}</b> {does}
          </span>
        </label>
      ))}
    </div>
  )
}
