/** Of every advisory lock that has a number, the same for all versions that may meet in one database. */
export const lockNumbers = {
  /** Held shared by every process that uses an embedded server, alone by the one that stops it. */
  use: 7_065_701,
  /** Held by whoever migrates or restores. */
  migration: 7_065_702,
  /** Held by whoever relays events of the outbox. */
  relay: 7_065_703,
  /** Held by whoever makes a template for test databases. */
  template: 7_065_704,
  /** Held by whoever registers: it keeps two first accounts from both becoming operators. */
  registration: 4_201_001,
} as const
