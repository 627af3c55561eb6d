/** A target this close to an end of what is reachable, relative to its size, is that end. */
export const endTolerance = 1e-12
