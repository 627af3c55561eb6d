/** Where the parts of a leg stand in its text: subject, `-`, side, `-`, weight, modifiers. */
export interface LegShape {
  subjectEnd: number
  sideStart: number
  sideEnd: number
  weightStart: number
  weightEnd: number
}

/** Cuts a leg from the right, so a ticker may hold `-` and even look like a leg itself; null with fewer than two `-`. */
export function legShape(text: string): LegShape | null {
  const bracket = text.endsWith(']') ? text.lastIndexOf('[') : -1
  const weightEnd = bracket < 0 ? text.length : bracket
  const sideEnd = text.lastIndexOf('-', weightEnd - 1)
  if (sideEnd < 1) return null
  const subjectEnd = text.lastIndexOf('-', sideEnd - 1)
  return subjectEnd < 0 ? null : { subjectEnd, sideStart: subjectEnd + 1, sideEnd, weightStart: sideEnd + 1, weightEnd }
}

/** Whether a token was meant as a leg: its side is one, or its weight looks like one. Dates and baskets are none. */
export function isLegLike(text: string, shape: LegShape): boolean {
  if (/=\(/.test(text)) return false
  const side = text.slice(shape.sideStart, shape.sideEnd)
  const weight = text.slice(shape.weightStart, shape.weightEnd)
  return /^[LS]$/i.test(side) || /^\*$|%$|^\d+\/\d+$|\{/.test(weight)
}
