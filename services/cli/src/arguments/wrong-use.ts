/** The command line itself is wrong: what, where and how to do it right. Ends the process with 64. */
export class WrongUse extends Error {
  /** Name of the command whose help tells more; null for `portofino` itself. */
  readonly command: string | null

  constructor(message: string, command: string | null = null) {
    super(message)
    this.name = 'WrongUse'
    this.command = command
  }
}
