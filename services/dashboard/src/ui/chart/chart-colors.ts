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

const tokens: Readonly<Record<keyof ChartColors, string>> = {
  line: '--series-1',
  benchmark: '--bench',
  fall: '--loss',
  water: '--water',
  grid: '--grid',
  year: '--line',
  strong: '--line-2',
  axis: '--control-line',
  ground: '--bg',
}

/** The colors in force at an element. A canvas knows no `var()` and no `light-dark()`: a hidden element computes them. */
export function chartColors(place: HTMLElement, { isPaper }: { isPaper: boolean }): ChartColors {
  const probe = place.ownerDocument.createElement('span')
  probe.hidden = true
  if (isPaper) probe.style.colorScheme = 'light'
  place.append(probe)
  const style = getComputedStyle(probe)
  const entries = Object.entries(tokens).map(([name, token]) => {
    probe.style.color = `var(${token})`
    return [name, style.color] as const
  })
  probe.remove()
  return Object.fromEntries(entries) as Record<keyof ChartColors, string>
}

const causes = ['(forced-colors: active)', '(prefers-color-scheme: dark)']

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
