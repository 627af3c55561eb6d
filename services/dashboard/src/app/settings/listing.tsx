import type { ReactNode } from 'react'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

/** A table of what the account has, with what can be done to each at the end of its row. */
export function Listing({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  return (
    <ScrollRegion label={label}>
      <table className="t listing">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="n">
              <span className="sr">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollRegion>
  )
}
