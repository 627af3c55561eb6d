/** What a canvas is drawn with. */
export interface ChartColors {
  line: string
  benchmark: string
  fall: string
  water: string
  grid: string
  year: string
  /** Levels that mean something. */
  strong: string
  axis: string
  ground: string
}

const tokens: Readonly<ChartColors> = {
  line: 'var(--series-1)',
  benchmark: 'var(--bench)',
  fall: 'var(--loss)',
  water: 'var(--water)',
  grid: 'var(--grid)',
  year: 'var(--line)',
  strong: 'var(--line-2)',
  axis: 'var(--control-line)',
  ground: 'var(--bg)',
}

const forced = '(forced-colors: active)'
/** Where the system decides, it decides of all that says something; the grid stays faint. */
const forcedColors: Partial<ChartColors> = {
  line: 'CanvasText',
  benchmark: 'CanvasText',
  fall: 'CanvasText',
  water: 'transparent',
  axis: 'CanvasText',
  ground: 'Canvas',
}

/** The colors in force at an element. A canvas knows no `var()` and no `light-dark()`: a hidden element computes them. */
export function chartColors(place: HTMLElement): ChartColors {
  const probe = place.ownerDocument.createElement('span')
  probe.hidden = true
  const colors = matchMedia(forced).matches ? { ...tokens, ...forcedColors } : tokens
  probe.style.setProperty('forced-color-adjust', 'none')
  place.append(probe)
  const style = getComputedStyle(probe)
  const entries = Object.entries(colors).map(([name, color]) => {
    probe.style.color = color
    return [name, style.color] as const
  })
  probe.remove()
  return Object.fromEntries(entries) as Record<keyof ChartColors, string>
}

const causes = [forced, '(prefers-color-scheme: dark)']

/** Calls back whenever colors may have changed: by the theme, a setting or the system. The answer ends that. */
export function onColorChange(changed: () => void): () => void {
  const stop = new AbortController()
  for (const cause of causes) matchMedia(cause).addEventListener('change', changed, { signal: stop.signal })
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-gain'] })
  return () => {
    stop.abort()
    observer.disconnect()
  }
}
