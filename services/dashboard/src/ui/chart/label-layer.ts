/** A word at a point of a chart. */
export interface ChartLabel {
  text: string
  x: number
  /** Of its middle. */
  y: number
  anchor: 'start' | 'middle' | 'end'
  /** What it wears. */
  tone?: string
}

const shifts = { start: '0', middle: '-50%', end: '-100%' } as const

/** Writes labels over a canvas, as text of the page: in its face, its colors and at its size. Elements are used again, so that panning stays smooth. */
export function writeLabels(layer: HTMLElement, labels: readonly ChartLabel[]): void {
  while (layer.childElementCount > labels.length) layer.lastElementChild?.remove()
  for (const [place, { text, x, y, anchor, tone = '' }] of labels.entries()) {
    const element = (layer.children[place] ?? layer.appendChild(document.createElement('span'))) as HTMLElement
    if (element.textContent !== text) element.textContent = text
    if (element.className !== tone) element.className = tone
    element.style.transform = `translate(${shifts[anchor]}, -50%) translate(${Math.round(x)}px, ${Math.round(y)}px)`
  }
}
