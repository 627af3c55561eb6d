import type { RunResult } from '../../../api/queries.ts'
import { absent } from '../../../format.ts'
import { useMoney } from '../../../settings/use-settings.ts'
import { ExplainedMeasure } from './explained-measure.tsx'
import './tiles.css'
import { tilesOf } from './tiles.ts'
import type { TileText } from './tiles.ts'

interface RunTilesProps {
  result: RunResult
  benchmarkName: string | null
  /** Figures that another engine may see otherwise are muted. */
  isOld?: boolean
  /** The page shows less than the run, which the figures are of. */
  isPartShown?: boolean
}

/** The five key figures. They are always of the whole run. */
export function RunTiles({ result, benchmarkName, isOld = false, isPartShown = false }: RunTilesProps) {
  const money = useMoney()
  return (
    <section className={isOld ? 'tiles old' : 'tiles'} aria-label="Key figures">
      {tilesOf(result, { benchmarkName, money }).map((tile, place) => (
        <Tile key={tile.measure} {...{ tile, isPartShown }} isFirst={place === 0} />
      ))}
    </section>
  )
}

/** More letters than this do not fit at the size of the first figure. */
const longest = 11

interface TileProps {
  tile: TileText
  isFirst: boolean
  isPartShown: boolean
}

function Tile({ tile: { measure, label, value, tone, lines }, isFirst, isPartShown }: TileProps) {
  return (
    <div className="tile">
      <div className="k">
        <ExplainedMeasure measure={measure}>{label}</ExplainedMeasure>
      </div>
      {isPartShown && <div className="whole">whole run</div>}
      <div
        className={['v', isFirst ? 'big' : '', value.length > longest ? 'long' : '', value === absent ? 'muted' : tone]
          .filter(Boolean)
          .join(' ')}
      >
        {value}
      </div>
      <div className="b">
        {lines.map(({ text, tone: shade, rest }) => (
          <div key={text}>{rest === undefined ? text : <Outstanding text={text} tone={shade ?? ''} rest={rest} />}</div>
        ))}
      </div>
    </div>
  )
}

function Outstanding({ text, tone, rest }: { text: string; tone: string; rest: string }) {
  return (
    <>
      <b className={tone}>{text}</b> {rest}
    </>
  )
}

const labels = ['Final value', 'CAGR', 'Max drawdown', 'Sharpe ratio', 'Volatility']

/** The place of the key figures, before they are known. */
export function TilesSkeleton() {
  return (
    <div className="tiles tilesk" aria-hidden="true">
      {labels.map((label, place) => (
        <div className="tile" key={label}>
          <div className="k">{label}</div>
          <div className={place === 0 ? 'v big' : 'v'}>
            <span className="skel" />
          </div>
          <div className="b">
            <div className="skel" />
            <div className="skel" />
          </div>
        </div>
      ))}
    </div>
  )
}
