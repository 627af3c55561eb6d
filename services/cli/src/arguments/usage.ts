/** What a command accepts, and how its help describes that. */
export interface Usage {
  name: string
  /** What stands after the name: `"COMMAND" [options]`. */
  form: string
  /** One sentence for the list of commands. */
  summary: string
  options: readonly OptionUsage[]
  /** Each runs as it stands. */
  examples: readonly string[]
  /** Further paragraphs. */
  details?: readonly string[]
}

export interface OptionUsage {
  /** Without dashes. */
  name: string
  /** Placeholder of its value; absent for a switch. */
  value?: string
  meaning: string
  /** All accepted values, where they can be listed. */
  choices?: readonly string[]
}

export const helpOption: OptionUsage = { name: 'help', meaning: 'this text' }
