/** What the process ends with; the README's table. */
export const exitCode = {
  done: 0,
  faultyCommand: 1,
  noData: 2,
  wrongUse: 64,
  internalFault: 70,
  /** 128 + SIGINT, as shells count it. */
  interrupted: 130,
} as const
