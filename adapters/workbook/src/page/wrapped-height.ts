/** Rows of merged cells do not grow by themselves, and no row grows further than this. */
const tallest = 409

/** Points that a text takes when it is wrapped at so many characters. */
export function wrappedHeight(text: string, { across, linePoints }: { across: number; linePoints: number }): number {
  const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / across)), 0)
  return Math.min(tallest, lines * linePoints + 4)
}
