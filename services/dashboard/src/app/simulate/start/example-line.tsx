import { linePath } from '../../../ui/chart/line-path.ts'
import { linearScale } from '../../../ui/chart/scale.ts'

const [width, height, margin] = [240, 56, 3]

/** A run's value in outline: dotted where it began, dashed what it is compared with. Beside it stand the figures. */
export function ExampleLine({ line, benchmark }: { line: readonly number[]; benchmark: readonly number[] | null }) {
  const all = [...line, ...(benchmark ?? []), 1]
  const y = linearScale([Math.min(...all), Math.max(...all)], [height - margin, margin])
  const path = (values: readonly number[]): string =>
    linePath(values, { x: linearScale([0, values.length - 1], [0, width - 4]), y, columns: width })
  return (
    <div className="spark" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none">
        <line className="begin" x1="0" x2={width} y1={y(1)} y2={y(1)} />
        {benchmark && <path className="bench" d={path(benchmark)} />}
        <path className="own" d={path(line)} />
      </svg>
      <i style={{ left: `${((width - 4) / width) * 100}%`, top: `${(y(line.at(-1)!) / height) * 100}%` }} />
    </div>
  )
}
