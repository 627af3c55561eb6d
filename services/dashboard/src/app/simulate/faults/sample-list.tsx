import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { assetsQuery } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorPanel, Skeleton } from '../../../ui/panel.tsx'

/** What there is where a symbol is unknown because the server has the sample prices only. */
export function SampleNote() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      This server has sample prices: 20 US stocks and the S&amp;P 500, 1990 to 2022.{' '}
      <button type="button" className="linklike" onClick={() => setOpen(true)}>
        Show list
      </button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="What there are prices of" look="wide">
        {/* Not the button, which is far below. */}
        <p tabIndex={-1} data-autofocus="">
          Samples of daily prices, with the days they go from and to.
        </p>
        <SampleList />
        <div className="btns">
          <Button onClick={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  )
}

function SampleList() {
  const { data, error, refetch } = useQuery(assetsQuery(''))
  if (error !== null) return <ErrorPanel error={error} holds="Your command stays here." onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={320} />
  const assets = data.toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1))
  return (
    <ul className="priced">
      {assets.map(({ symbol, name, first, last }) => (
        <li key={symbol}>
          <span className="cmd tk">{symbol}</span>
          <span>{name}</span>
          <span className="muted">
            {first} to {last}
          </span>
        </li>
      ))}
    </ul>
  )
}
