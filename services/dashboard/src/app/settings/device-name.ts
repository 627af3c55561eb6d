const programs: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/HeadlessChrome\/|Chromium\//, 'Chromium'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^node/i, 'Node'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** `Firefox on macOS` of what a browser says of itself; its own words where it is none that is known. */
export function deviceName(userAgent: string): string {
  const named = (names: typeof programs): string | undefined => names.find(([pattern]) => pattern.test(userAgent))?.[1]
  const [program, system] = [named(programs), named(systems)]
  if (program === undefined) return userAgent.trim() === '' ? 'Unknown program' : userAgent.slice(0, 60)
  return system === undefined ? program : `${program} on ${system}`
}
