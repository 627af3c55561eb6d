import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { gzipSync } from 'node:zlib'
import { expectSettled } from '../page/read-screen.ts'
import { median } from './figure-table.ts'

export interface Load {
  firstPaint: number
  largestPaint: number
  shift: number
  /** All scripts that the page loaded, compressed with gzip, in KB of 1,024 bytes. */
  scripts: number
}

interface Timed {
  firstPaint: number
  largestPaint: number
  shift: number
}

/** 1.6 Mbit/s down, 150 ms, a processor of a fourth of the speed. */
async function throttle(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page)
  const [down, up] = [1_600_000 / 8, 750_000 / 8]
  await protocol.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: down,
    uploadThroughput: up,
  })
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** What a browser has of the person; anew each time, since each token that a page takes up is used once. */
export type FreshOptions = () => Promise<BrowserContextOptions>

/** A first visit to an address, in a browser that has seen nothing of the site. */
async function load(
  browser: Browser,
  options: BrowserContextOptions,
  { path, slow }: { path: string; slow: boolean },
): Promise<Load> {
  await using context = await browser.newContext(options)
  const page = await context.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (reply) => {
    if (/\/assets\/[^?]+\.js$/.test(reply.url())) bodies.push(reply.body())
  })
  await page.addInitScript(observe)
  if (slow) await throttle(page)
  await page.goto(path)
  await expectSettled(page, 60_000)
  await page.waitForLoadState('networkidle')
  const timed = await page.evaluate(() => (globalThis as typeof globalThis & { timed: Timed }).timed)
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 9 }).length)
  return { ...timed, scripts: sizes.reduce((sum, size) => sum + size, 0) / 1024 }
}

function observe(): void {
  const timed: Timed = { firstPaint: 0, largestPaint: 0, shift: 0 }
  Object.assign(globalThis, { timed })
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
      if (entry.name === 'first-contentful-paint') timed.firstPaint = entry.startTime
      if (entry.entryType === 'largest-contentful-paint') timed.largestPaint = entry.startTime
      if (entry.entryType === 'layout-shift') timed.shift += entry.value
    }
  })
  for (const type of ['paint', 'largest-contentful-paint', 'layout-shift']) observer.observe({ type, buffered: true })
}

const visits = 3

/** The median of some first visits. */
export async function medianLoad(browser: Browser, options: FreshOptions, visit: { path: string; slow: boolean }): Promise<Load> {
  const loads: Load[] = []
  for (let i = 0; i < visits; i += 1) loads.push(await load(browser, await options(), visit))
  const of = (name: keyof Load): number => median(loads.map((each) => each[name]))
  return { firstPaint: of('firstPaint'), largestPaint: of('largestPaint'), shift: of('shift'), scripts: of('scripts') }
}
