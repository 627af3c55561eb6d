interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface Room {
  /** The place of the text that the layer belongs to. */
  at: Box
  size: { width: number; height: number }
  /** Of the editor. */
  width: number
  /** What must stay free: the button that runs. */
  free: Box | null
}

/** Kept free at both sides of a raised layer. */
const margin = 12
/** Between the layer and what is above it. */
const gap = 8
/** The layer begins this much before its word, so that letters stand below letters. */
const indent = 14
/** Narrower than this the layer takes the whole width. */
const narrow = 560

/** One line below its place, inside the editor's width; beside what must stay free, or below that where there is no room beside it. */
export function raisedPlace({ at, size, width, free }: Room): { left: number; top: number } {
  const top = at.bottom + gap
  const left = width < narrow ? margin : within(at.left - indent, width - size.width - margin)
  if (free === null || top >= free.bottom || top + size.height <= free.top || left + size.width + gap <= free.left) {
    return { left, top }
  }
  const beside = free.left - gap - size.width
  return beside >= margin ? { left: beside, top } : { left, top: free.bottom + gap }
}

function within(left: number, furthest: number): number {
  return Math.max(margin, Math.min(left, furthest))
}
