import { posix, win32 } from 'node:path'

/** What the choice depends on. */
export interface Machine {
  environment: Readonly<Record<string, string | undefined>>
  platform: NodeJS.Platform
  /** Where Playwright would have put a browser of its own. */
  playwrightPath: string
  exists: (path: string) => boolean
}

export interface FoundBrowser {
  path: string
  /** Who named it, in words. */
  from: string
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Given by `E2E_CHROMIUM_PATH`, else Playwright's own, else the system's; null when there is none. */
export function findBrowser({ environment, platform, playwrightPath, exists }: Machine): FoundBrowser | null {
  const given = environment['E2E_CHROMIUM_PATH']
  if (given !== undefined && given !== '') {
    if (!exists(given)) throw new Error(`Cannot find a browser: E2E_CHROMIUM_PATH names ${given}, which is not there`)
    return { path: given, from: 'E2E_CHROMIUM_PATH' }
  }
  if (exists(playwrightPath)) return { path: playwrightPath, from: "Playwright's own" }
  const path = usualPlaces(environment, platform).find(exists)
  return path === undefined ? null : { path, from: 'the system' }
}

function usualPlaces(environment: Machine['environment'], platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? [])
    return roots.flatMap((root) =>
      ['Chromium', String.raw`Google\Chrome`].map((name) => win32.join(root, name, 'Application', 'chrome.exe')),
    )
  }
  const folders = (environment['PATH'] ?? '').split(':').filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
  if (platform !== 'darwin') return onPath
  const applications = ['/Applications', ...(environment['HOME'] ? [posix.join(environment['HOME'], 'Applications')] : [])]
  const bundled = ['Chromium', 'Google Chrome'].map((name) => `${name}.app/Contents/MacOS/${name}`)
  return [...onPath, ...applications.flatMap((folder) => bundled.map((name) => posix.join(folder, name)))]
}

/** What to say where there is none. */
export function howToGetOne(platform: NodeJS.Platform): string {
  const ofTheSystem = platform === 'darwin' ? 'brew install --cask chromium' : 'sudo apt-get install chromium'
  return [
    'NO BROWSER TEST RAN: no Chromium or Chrome was found. Either of these gets one:',
    `  ${platform === 'win32' ? 'winget install Google.Chrome' : ofTheSystem}`,
    '  npx playwright install chromium',
    'E2E_CHROMIUM_PATH may also name one that is elsewhere.',
  ].join('\n')
}
