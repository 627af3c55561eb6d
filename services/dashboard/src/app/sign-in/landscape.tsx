import { day, signedPercent } from '../../format.ts'
import data from './landscape.json' with { type: 'json' }
import { area, heightOfFall, heightOfGrowth } from './landscape-shape.ts'

/** Thousandths, month by month from January 1990, out of the sample prices: logarithms of growth; each month's deepest fall. */
const growth = { microsoft: scaled(data.microsoft), equal: scaled(data.equal), index: scaled(data.index) }
const falls = scaled(data.fall)
const months = falls.length - 1
const lowest = falls.indexOf(Math.min(...falls))

function scaled(thousandths: readonly number[]): number[] {
  return thousandths.map((value) => value / 1000)
}

const percents = (fraction: number): string => `${(fraction * 100).toFixed(2)}%`
const multiple = (values: readonly number[], decimals = 0): string => `×${Math.exp(values.at(-1) ?? 0).toFixed(decimals)}`

const shapes = [
  { className: 'hill-1', d: area(growth.microsoft, heightOfGrowth) },
  { className: 'hill-2', d: area(growth.equal, heightOfGrowth) },
  { className: 'hill-3', d: area(growth.index, heightOfGrowth) },
  { className: 'reflection', d: area(falls, heightOfFall) },
]

const ends = [
  { text: `Microsoft ${multiple(growth.microsoft)}`, top: heightOfGrowth(growth.microsoft.at(-1)!) - 0.045, className: '' },
  { text: `20 stocks, equal ${multiple(growth.equal)}`, top: heightOfGrowth(growth.equal.at(-1)!) + 0.105, className: '' },
  { text: `S&P 500 ${multiple(growth.index, 1)}`, top: 0.668, className: 'light' },
]

/** The picture beside the form: what decades of prices look like, growth above the waterline and falls below. */
export function Landscape() {
  return (
    <figure className="landscape" aria-label="Growth and falls of the S&P 500 and of its parts, 1990 to 2022">
      <figcaption>
        <b>Thirty-three years, to scale</b>
        <span>
          Above the waterline, growth since 1990; each line is tenfold.
          <br />
          Below it, how far the S&amp;P 500 stood under its last high.
        </span>
      </figcaption>
      {[10, 100].map((factor) => (
        <div key={factor} className="tenfold" style={{ top: percents(heightOfGrowth(Math.log(factor))) }}>
          ×{factor}
        </div>
      ))}
      <svg viewBox={`0 0 ${months} 1000`} preserveAspectRatio="none" aria-hidden="true">
        <linearGradient id="reflection" x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor="var(--reflection)" />
          <stop offset="1" stopColor="var(--reflection)" stopOpacity="0.45" />
        </linearGradient>
        {shapes.map(({ className, d }) => (
          <path key={className} className={className} d={d} />
        ))}
      </svg>
      {ends.map(({ text, top, className }) => (
        <div key={text} className={`end ${className}`} style={{ top: percents(top) }}>
          {text}
        </div>
      ))}
      <div className="low" style={{ left: percents(lowest / months), top: percents(heightOfFall(falls[lowest]!)) }}>
        <b>{signedPercent(data.lowest.fall)}</b>
        <br />
        {day(data.lowest.day)}
      </div>
      {[1990, 2000, 2010].map((year) => (
        <div
          key={year}
          className={year === 1990 ? 'year first' : 'year'}
          style={{ left: percents(((year - 1990) * 12) / months) }}
        >
          {year}
        </div>
      ))}
      <div className="year last">2022</div>
    </figure>
  )
}
