/** What a person chose on this device. Nothing here is secret or belongs to the account. */
export interface Settings {
  theme: 'system' | 'light' | 'dark'
  /** Colors of gains and losses. */
  gain: 'blue' | 'green'
  /** An IANA zone, or null for that of the device. */
  zone: string | null
  /** Whether single keys (`g r`, `/`) act. */
  shortcuts: boolean
  hideAmounts: boolean
  notifications: boolean
}

export const defaultSettings: Settings = {
  theme: 'system',
  gain: 'blue',
  zone: null,
  shortcuts: true,
  hideAmounts: false,
  notifications: false,
}

const isBoolean = (given: unknown): boolean => typeof given === 'boolean'

/** Whether a value is one of the choices of its field. */
const choices: Readonly<Record<keyof Settings, (given: unknown) => boolean>> = {
  theme: (given) => given === 'system' || given === 'light' || given === 'dark',
  gain: (given) => given === 'blue' || given === 'green',
  zone: (given) => given === null || isZone(given),
  shortcuts: isBoolean,
  hideAmounts: isBoolean,
  notifications: isBoolean,
}

function isZone(given: unknown): boolean {
  if (typeof given !== 'string') return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What was stored, where it can be: a field that holds something else has its default. */
export function checkedSettings(text: string | null): Settings {
  const entries = Object.entries(parsed(text)).filter(([field, value]) => isChoice(field, value))
  return { ...defaultSettings, ...(Object.fromEntries(entries) as Partial<Settings>) }
}

function isChoice(field: string, value: unknown): boolean {
  return Object.hasOwn(choices, field) && choices[field as keyof Settings](value)
}

function parsed(text: string | null): object {
  try {
    return Object(JSON.parse(text ?? '{}')) as object
  } catch {
    // Something else lies under our key: the defaults hold.
    return {}
  }
}
