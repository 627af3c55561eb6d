/** The light colors of the design (its tokens by the same names), as a workbook writes them. */
export const palette = {
  ink: '18181B',
  muted: '52525B',
  faint: '66666F',
  paper: 'F8F7F4',
  line: 'E7E5DF',
  strongLine: 'CBC8BF',
  sea: '193172',
  seaTint: 'F1F4FC',
  gain: '0B6BCB',
  loss: 'B45309',
  lossFill: 'E3B98A',
  fault: 'A8330F',
  faultTint: 'FDF0EA',
  series1: '1D4ED8',
  series2: 'D55E00',
  fill2: '475A8F',
  benchmark: '6B6B73',
  heatUp: '8CBFF4',
  heatNeutral: 'F6F5F2',
  heatDown: 'F5B67F',
} as const

export type PaletteColor = (typeof palette)[keyof typeof palette]

export const textFace = 'Calibri'
export const displayFace = 'Georgia'
export const codeFace = 'Consolas'

/** Of a cell without a font of its own; a font with a part missing would be finished differently by every program. */
export const plainFont = { name: textFace, size: 10, color: { rgb: palette.ink } } as const
