import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import type { FoundBrowser } from './find-browser.ts'

/** The browser of this machine; null when there is none. */
export function browserHere(): FoundBrowser | null {
  const { env: environment, platform } = process
  return findBrowser({ environment, platform, playwrightPath: chromium.executablePath(), exists: existsSync })
}
