import type { HistoryItem } from '../../api/queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { nameOf } from './run-in-words.ts'

export interface RunActions {
  rename: (run: HistoryItem) => void
  tag: (runs: readonly HistoryItem[]) => void
  remove: (runs: readonly HistoryItem[]) => void
}

/** What can be done with one run. */
export function RunMenu({ run, actions }: { run: HistoryItem; actions: RunActions }) {
  return (
    <Menu trigger={<IconButton className="more" icon="more" label={`Actions for ${nameOf(run).text}`} />}>
      <MenuItem className="it" onClick={() => actions.rename(run)}>
        <Icon name="edit" />
        Rename
      </MenuItem>
      <MenuItem className="it" onClick={() => actions.tag([run])}>
        <Icon name="tag" />
        Tags
      </MenuItem>
      <MenuItem className="it" onClick={() => void navigator.clipboard.writeText(run.command)}>
        <Icon name="copy" />
        Copy command
      </MenuItem>
      <MenuItem className="it bad" onClick={() => actions.remove([run])}>
        <Icon name="trash" />
        Delete
      </MenuItem>
    </Menu>
  )
}
