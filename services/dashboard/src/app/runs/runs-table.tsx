import type { HistoryItem } from '../../api/queries.ts'
import { fall, ratio, signedPercent, tone } from '../../format.ts'
import type { RunsSearch } from '../../paths.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { Status } from '../../ui/status.tsx'
import { CreatedCell, GrowthCell, RunName } from './run-cells.tsx'
import { RunMenu } from './run-menu.tsx'
import type { RunActions } from './run-menu.tsx'
import { nameOf, stateOf } from './run-in-words.ts'
import { SortHead } from './sort-head.tsx'
import { sortingOf } from './sorting.ts'
import type { Selection } from './use-selection.ts'

interface RunsTableProps {
  runs: readonly HistoryItem[]
  search: RunsSearch
  selection: Selection
  actions: RunActions
}

const widths = [36, undefined, 132, 100, 88, 92, 122, 72, 92] as const

export function RunsTable({ runs, search, selection, actions }: RunsTableProps) {
  const sorting = sortingOf(search.sort)
  const chosen = runs.filter(({ id }) => selection.selected.has(id)).length
  return (
    <ScrollRegion label="Runs">
      <table className="t runs">
        <caption className="sr">Your runs</caption>
        <colgroup>
          {widths.map((width, column) => (
            <col key={column} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th className="ck" scope="col">
              <input
                type="checkbox"
                className="check"
                aria-label="Select all on this page"
                checked={chosen === runs.length}
                ref={(box) => {
                  if (box !== null) box.indeterminate = chosen > 0 && chosen < runs.length
                }}
                onChange={() => selection.togglePage(runs)}
              />
            </th>
            <SortHead column="name" sorting={sorting} />
            <th scope="col" className="sp">
              Growth
            </th>
            <th scope="col">Status</th>
            <th scope="col">Period</th>
            <SortHead column="cagr" sorting={sorting} />
            <SortHead column="max_drawdown" sorting={sorting} />
            <SortHead column="sharpe" sorting={sorting} />
            <SortHead column="created_at" sorting={sorting} />
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} selection={selection} actions={actions} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function RunRow({ run, selection, actions }: { run: HistoryItem; selection: Selection; actions: RunActions }) {
  const isChosen = selection.selected.has(run.id)
  return (
    <tr className={isChosen ? 'link sel' : 'link'}>
      <td className="ck">
        <input
          type="checkbox"
          className="check"
          aria-label={`Select ${nameOf(run).text}`}
          checked={isChosen}
          onChange={() => selection.toggle(run)}
        />
      </td>
      <td className="run">
        <RunName run={run} />
        <RunMenu run={run} actions={actions} />
      </td>
      <td className="sp">
        <GrowthCell run={run} />
      </td>
      <td>
        <Status state={stateOf(run)} />
      </td>
      <td className="per">
        {run.period?.from ?? '—'}
        <br />
        {run.period?.to}
      </td>
      <td className={`n ${tone(run.cagr) || 'muted'}`}>{signedPercent(run.cagr)}</td>
      <td className={`n ${run.max_drawdown === null ? 'muted' : 'loss'}`}>{fall(run.max_drawdown)}</td>
      <td className={run.sharpe === null ? 'n muted' : 'n'}>{ratio(run.sharpe)}</td>
      <td className="n cr">
        <CreatedCell iso={run.created_at} />
      </td>
    </tr>
  )
}
