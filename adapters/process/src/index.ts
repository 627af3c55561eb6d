export { makeDataDirectory } from './data-directory.ts'
export type { Setting, SettingReader } from './setting-reader.ts'
export { databaseUrl, settingLines, settingReader } from './setting-reader.ts'
export { stopSignal } from './stop-signal.ts'
