import { sparkPath, sparkScale } from './spark-path.ts'

/** A run's value in outline: dotted where it began, dashed what it is compared with. Beside it stand the figures. */
export function Sparkline({ line, benchmark }: { line: readonly number[]; benchmark: readonly number[] | null }) {
  const scale = sparkScale([...line, ...(benchmark ?? [])], size)
  const end = scale({ at: 1, value: line.at(-1)! })
  return (
    <div className="spark" aria-hidden="true">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} preserveAspectRatio="none">
        <line className="begin" x1="0" x2={size.width} y1={scale({ at: 0, value: 1 }).y} y2={scale({ at: 0, value: 1 }).y} />
        {benchmark && <path className="bench" d={sparkPath(benchmark, scale)} />}
        <path className="own" d={sparkPath(line, scale)} />
      </svg>
      <i style={{ left: `${(end.x / size.width) * 100}%`, top: `${(end.y / size.height) * 100}%` }} />
    </div>
  )
}

const size = { width: 240, height: 56 }
