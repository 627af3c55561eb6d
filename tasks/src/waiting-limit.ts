/** Simulations and reports of one user that may wait at a time. */
export const waitingLimit = 20
