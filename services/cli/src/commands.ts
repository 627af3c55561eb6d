import type { Command } from './command.ts'

export interface CommandEntry {
  name: string
  summary: string
  /** Each command's code is read only when it is asked for. */
  load: () => Promise<Command>
}

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'simulate',
    summary: 'what a portfolio would have done, with every figure explained',
    load: async () => (await import('./commands/simulate.ts')).simulateCommand,
  },
  {
    name: 'optimize',
    summary: 'the weights that answer an objective exactly, with the proof',
    load: async () => (await import('./commands/optimize.ts')).optimizeCommand,
  },
  {
    name: 'frontier',
    summary: 'every corner of the efficient frontier, as a table, CSV or JSON',
    load: async () => (await import('./commands/frontier.ts')).frontierCommand,
  },
  {
    name: 'check',
    summary: 'the faults of a command, or its canonical text, hash and meaning',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  {
    name: 'options',
    summary: 'what may follow the period of a command: costs, rebalancing, benchmark …',
    load: async () => (await import('./commands/options.ts')).optionsCommand,
  },
  {
    name: 'symbols',
    summary: 'the instruments whose prices are at hand',
    load: async () => (await import('./commands/symbols.ts')).symbolsCommand,
  },
  {
    name: 'metrics',
    summary: 'the definition of every measure',
    load: async () => (await import('./commands/metrics.ts')).metricsCommand,
  },
  {
    name: 'import',
    summary: 'check a folder of CSV prices and take it into the price store',
    load: async () => (await import('./commands/import.ts')).importCommand,
  },
  {
    name: 'user',
    summary: 'help with an account: make it operator, set its password, unlock it',
    load: async () => (await import('./commands/user.ts')).userCommand,
  },
  {
    name: 'backup',
    summary: 'write everything that the server keeps into one file',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'bring back what backup wrote',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
]
