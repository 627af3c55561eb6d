import type { ColorSupport } from '../config.ts'

/** Says what a piece of text is; how that looks is decided here alone. Without color every style gives the text itself. */
export interface Ink {
  /** The answer, headings. */
  strong: (text: string) => string
  /** Labels, definitions, the frame of a chart. */
  muted: (text: string) => string
  /** The portfolio's own line and marks. */
  accent: (text: string) => string
  gain: (text: string) => string
  loss: (text: string) => string
  fault: (text: string) => string
  /** Filled with the color of the sign, stronger with `strength` from 0 to 1; no fill near zero. */
  heat: (text: string, strength: number) => string
}

export type Style = Exclude<keyof Ink, 'heat'>

/** One indexed color each that reads on white and on black alike; the sixteen-color fallback is the terminal's own. */
const codes: Record<Exclude<ColorSupport, 'none'>, Record<Style, string>> = {
  full: { strong: '1', muted: '38;5;243', accent: '38;5;33', gain: '38;5;33', loss: '38;5;166', fault: '38;5;160' },
  basic: { strong: '1', muted: '2', accent: '94', gain: '94', loss: '33', fault: '31' },
}

/** Dark enough for white text on every background. */
const heatFills = { gain: ['24', '25', '26'], loss: ['94', '130', '166'] }

/** Strengths below the first stay unfilled. */
const heatSteps = [0.15, 0.4, 0.75]

export function makeInk(color: ColorSupport): Ink {
  if (color === 'none') return plainInk
  const styled = (style: Style) => (text: string) => (text === '' ? '' : `\x1b[${codes[color][style]}m${text}\x1b[0m`)
  const [gain, loss] = [styled('gain'), styled('loss')]
  return {
    strong: styled('strong'),
    muted: styled('muted'),
    accent: styled('accent'),
    gain,
    loss,
    fault: styled('fault'),
    heat: (text, strength) => {
      const sign = strength > 0 ? 'gain' : 'loss'
      const step = heatSteps.findLastIndex((least) => Math.abs(strength) >= least)
      if (color === 'basic' || step < 0) return strength > 0 ? gain(text) : strength < 0 ? loss(text) : text
      return `\x1b[38;5;231;48;5;${heatFills[sign][step]}m${text}\x1b[0m`
    },
  }
}

const same = (text: string): string => text
const plainInk: Ink = { strong: same, muted: same, accent: same, gain: same, loss: same, fault: same, heat: same }
