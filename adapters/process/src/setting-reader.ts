export interface Setting {
  name: string
  /** As written in the environment; empty where nothing stands for "off" or "none". */
  default: string
  meaning: string
}

/** Reads settings one by one and collects what is wrong with them, so that all faults are told at once. */
export interface SettingReader<Name extends string> {
  readonly faults: string[]
  /** The text or its default. */
  text: (name: Name) => string
  /** Null when empty. */
  optional: (name: Name) => string | null
  /** A whole number within the bounds, both included. */
  wholeNumber: (name: Name, bounds: { low: number; high: number }) => number
  oneOf: <Choice extends string>(name: Name, choices: readonly Choice[]) => Choice
  /** Parts between commas, trimmed. */
  list: (name: Name) => string[]
  /** Adds a fault unless the condition holds. */
  expect: (condition: boolean, fault: string) => void
}

export function settingReader<Name extends string>(
  settings: readonly (Setting & { name: Name })[],
  environment: Readonly<Record<string, string | undefined>>,
): SettingReader<Name> {
  const faults: string[] = []
  const defaults = new Map<string, string>(settings.map((setting) => [setting.name, setting.default]))
  const text = (name: Name): string => environment[name]?.trim() || defaults.get(name) || ''
  const expect = (condition: boolean, fault: string): void => {
    if (!condition) faults.push(fault)
  }
  return {
    faults,
    text,
    expect,
    optional: (name) => text(name) || null,
    wholeNumber(name, { low, high }) {
      const value = /^\d{1,9}$/.test(text(name)) ? Number(text(name)) : Number.NaN
      expect(value >= low && value <= high, `${name} must be a whole number within ${low}..${high}, got "${text(name)}"`)
      return value
    },
    oneOf(name, choices) {
      const chosen = choices.find((choice) => choice === text(name))
      expect(chosen !== undefined, `${name} must be one of ${choices.join(', ')}, got "${text(name)}"`)
      return chosen ?? choices[0]!
    },
    list: (name) =>
      text(name)
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
  }
}

/** Of a PostgreSQL server; null for the embedded one. */
export function databaseUrl({ optional, expect }: SettingReader<'DATABASE_URL'>): string | null {
  const written = optional('DATABASE_URL')
  // The address may hold a password, so the message shows its beginning only.
  expect(
    written === null || /^postgres(ql)?:\/\//.test(written),
    `DATABASE_URL must be a postgres:// address, got one that begins with "${written?.slice(0, 8)}"`,
  )
  return written
}

/** What a help text says of the settings, a line each. */
export function settingLines(settings: readonly Setting[]): string[] {
  const width = Math.max(...settings.map(({ name }) => name.length))
  return settings.map(
    ({ name, default: value, meaning }) => `  ${name.padEnd(width)}  ${meaning}${value === '' ? '' : ` (${value})`}`,
  )
}
