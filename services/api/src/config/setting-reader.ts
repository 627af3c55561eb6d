import { settings } from './settings.ts'
import type { SettingName } from './settings.ts'

/** Reads settings one by one and collects what is wrong with them, so that all faults are told at once. */
export interface SettingReader {
  readonly faults: string[]
  /** The text or its default. */
  text: (name: SettingName) => string
  /** Null when empty. */
  optional: (name: SettingName) => string | null
  /** A whole number within the bounds, both included. */
  wholeNumber: (name: SettingName, bounds: { low: number; high: number }) => number
  oneOf: <Choice extends string>(name: SettingName, choices: readonly Choice[]) => Choice
  /** Parts between commas, trimmed. */
  list: (name: SettingName) => string[]
  /** Adds a fault unless the condition holds. */
  expect: (condition: boolean, fault: string) => void
}

export function settingReader(environment: Readonly<Record<string, string | undefined>>): SettingReader {
  const faults: string[] = []
  const defaults = new Map<string, string>(settings.map((setting) => [setting.name, setting.default]))
  const text = (name: SettingName): string => environment[name]?.trim() || defaults.get(name) || ''
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
