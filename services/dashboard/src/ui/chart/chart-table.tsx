import '../table.css'

export interface ChartRows {
  head: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly string[])[]
}

/** The numbers of a chart, as a table that scrolls in itself. */
export function ChartTable({ caption, head, rows }: ChartRows & { caption: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be in reach of the keyboard
    <div className="scroll chart-table" tabIndex={0} role="region" aria-label={caption}>
      <table className="t">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" className={column === 0 ? '' : 'n'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]} className="n">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
