/** Says of a sweep (E190) why it is refused. */
export const plannedSweep: string = 'sweeps are planned; this version has none and takes one value'
