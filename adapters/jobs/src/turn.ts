/** So much later comes a job for each that its user has waiting. Nobody is overtaken by who comes later than all of that. */
const secondsEach = 2
/** The queue counts priorities in 32 bits. */
const countedFrom = Date.UTC(2026, 0)

/** As a priority: higher ones come first, of equal ones the first that came. By time, so that under lasting load newcomers do not always go first. */
export function turnOf({ at, waiting }: { at: Date; waiting: number }): number {
  return -(Math.floor((at.getTime() - countedFrom) / 1000) + secondsEach * waiting)
}
