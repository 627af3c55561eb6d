import { useId, useState } from 'react'
import { told } from '../../problems.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import '../../ui/layer.css'
import { useCopy } from '../../ui/use-copy.ts'
import { Option } from './option.tsx'
import { Foot } from './foot.tsx'
import type { Entry, Group } from './palette-entries.ts'
import './palette.css'
import { usePaletteGroups } from './use-palette-groups.ts'
import { usePaletteKeys } from './use-palette-keys.ts'
import type { PaletteKeys } from './use-palette-keys.ts'
import { useRunNow } from './use-run-now.ts'

/** Pages, runs, commands and deeds by a few letters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const list = useId()
  const running = useRunNow(onClose)
  const { outcome, copy } = useCopy(onClose)
  const { groups, isLooking } = usePaletteGroups(typed, { run: running.run, copy })
  const notCopied = outcome === 'failed' ? 'The browser does not let this page copy: the address bar holds the link.' : null
  const refusal = running.error === null ? notCopied : told(running.error).detail
  const entries = groups.flatMap(({ entries: each }) => each)
  const keys = usePaletteKeys({ entries, typed, onClose })
  const optionId = (id: string): string => `${list}-${id.replaceAll(/\W/g, '-')}`
  const active = entries[keys.active]
  return (
    <Dialog open onClose={onClose} title="Commands" look="palette">
      <div className="ask">
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={active && optionId(active.id)}
          aria-label="Go to a page, run or command"
          placeholder="Page, run or command"
          autoComplete="off"
          spellCheck={false}
          data-autofocus=""
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            keys.restart()
          }}
          onKeyDown={keys.onKeyDown}
        />
      </div>
      <Found {...{ list, groups, active, typed, keys }} optionId={optionId} />
      {entries.length === 0 && !isLooking && (
        <p className="none">Nothing is called “{typed.trim()}”. Type a command to run it.</p>
      )}
      {refusal !== null && (
        <p className="none said bad" role="alert">
          {refusal}
        </p>
      )}
      <Foot />
    </Dialog>
  )
}

interface FoundProps {
  list: string
  groups: readonly Group[]
  active: Entry | undefined
  typed: string
  keys: PaletteKeys
  optionId: (id: string) => string
}

function Found({ list, groups, active, typed, keys, optionId }: FoundProps) {
  const all = groups.flatMap(({ entries }) => entries)
  return (
    <div role="listbox" id={list} aria-label="Commands" className="found">
      {groups.map(({ title, entries }) => (
        <div key={title} role="group" aria-label={title}>
          <div className="grp" aria-hidden="true">
            {title}
          </div>
          {entries.map((entry) => (
            <Option
              key={entry.id}
              id={optionId(entry.id)}
              entry={entry}
              typed={typed}
              isActive={entry === active}
              onPoint={() => keys.point(all.indexOf(entry))}
              onChoose={(isApart) => keys.choose(entry, isApart)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
