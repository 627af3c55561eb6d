import type { HistoryItem } from '../../api/queries.ts'
import { saveText } from '../../files/save-file.ts'
import { counted } from '../../format.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { listAsCsv, listAsJson } from './list-file.ts'
import type { RunActions } from './run-menu.tsx'

/** What can be done with all runs that are chosen. */
export function SelectionBar({
  runs,
  actions,
  onClear,
}: {
  runs: readonly HistoryItem[]
  actions: RunActions
  onClear: () => void
}) {
  const download = (
    <Button size="sm" look="quiet" icon="download">
      Download
    </Button>
  )
  return (
    <div className="selbar" role="region" aria-label="Selection">
      <b role="status">{counted(runs.length, 'run')} selected</b>
      <Menu trigger={download}>
        <MenuItem className="it" onClick={() => saveText('portofino-runs.csv', listAsCsv(runs))}>
          <Icon name="file" />
          List as CSV
        </MenuItem>
        <MenuItem className="it" onClick={() => saveText('portofino-runs.json', listAsJson(runs), 'application/json')}>
          <Icon name="file" />
          List as JSON
        </MenuItem>
      </Menu>
      <Button size="sm" look="quiet" icon="tag" onClick={() => actions.tag(runs)}>
        Tag
      </Button>
      <Button size="sm" look="quiet" icon="trash" onClick={() => actions.remove(runs)}>
        Delete
      </Button>
      <span className="sepv" />
      <IconButton icon="close" label="Clear selection" onClick={onClear} />
    </div>
  )
}
