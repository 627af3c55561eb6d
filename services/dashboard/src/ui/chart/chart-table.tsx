import '../table.css'
import { ScrollRegion } from '../scroll-region.tsx'

export interface ChartRows {
  head: readonly string[]
  /** The first cell names the row. */
  rows: readonly (readonly string[])[]
}

/** The numbers of a chart, as a table that scrolls in itself. */
export function ChartTable({ caption, head, rows }: ChartRows & { caption: string }) {
  return (
    <ScrollRegion label={caption} className="chart-table">
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
    </ScrollRegion>
  )
}
