import type { Locator, Page } from '@playwright/test'
import { expectResult, expectSettled } from '../page/read-screen.ts'
import { simulateScreen } from '../page/simulate-screen.ts'
import { median } from './figure-table.ts'

/** From a click to the frame that shows what it did, in ms. */
async function toNextPaint(target: Locator): Promise<number> {
  return target.evaluate(
    async (element) =>
      new Promise<number>((resolve) => {
        const begin = performance.now()
        ;(element as HTMLElement).click()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now() - begin), { once: true })
          port1.start()
          port2.postMessage(null)
        })
      }),
  )
}

/** The slowest of what people press on the run screen; the median of three rounds. */
export async function slowestInteraction(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await expectResult(page)
  const rounds: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const times: number[] = []
    for (const name of ['Log', 'Linear', '%', 'Indexed', 'Value', '1Y', 'Max']) {
      times.push(await toNextPaint(page.locator('#overview').getByRole('button', { name, exact: true })))
    }
    rounds.push(Math.max(...times))
  }
  return median(rounds)
}

/** Drawing the whole run anew, to the frame that shows it. */
export async function drawing(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await expectResult(page)
  const times: number[] = []
  for (let round = 0; round < 5; round += 1) {
    for (const name of ['Log', 'Linear']) {
      times.push(await toNextPaint(page.locator('#overview').getByRole('button', { name, exact: true })))
    }
  }
  return median(times)
}

/** Frames a second while something is done. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const state = { frames: 0, isOn: true, begin: performance.now() }
    Object.assign(globalThis, { counted: state })
    const count = (): void => {
      state.frames += 1
      if (state.isOn) requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  await work()
  return page.evaluate(() => {
    const { counted } = globalThis as typeof globalThis & { counted: { frames: number; isOn: boolean; begin: number } }
    counted.isOn = false
    return (counted.frames * 1000) / (performance.now() - counted.begin)
  })
}

/** Frames a second while the chart is zoomed and dragged. */
export async function chartFrames(page: Page, address: string): Promise<number> {
  await page.goto(address)
  await expectResult(page)
  const box = await page.locator('#overview canvas').first().boundingBox()
  if (box === null) throw new Error('Cannot measure: the run must have a chart')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  return framesDuring(page, async () => {
    for (let step = 0; step < 30; step += 1) await page.mouse.wheel(0, step < 15 ? -120 : 60)
    await page.mouse.down()
    for (let step = 0; step < 60; step += 1) await page.mouse.move(x - step * 4, y)
    await page.mouse.up()
  })
}

/** Frames a second while the list is scrolled from end to end and back. */
export async function listFrames(page: Page): Promise<number> {
  await page.goto('/simulations')
  await expectSettled(page)
  await page.mouse.move(700, 500)
  return framesDuring(page, async () => {
    for (let step = 0; step < 80; step += 1) await page.mouse.wheel(0, step < 40 ? 150 : -150)
  })
}

/** Work of a key in the editor, with all that follows from it up to the layout, in ms: the median and the 95th percentile. */
export async function keyWork(page: Page): Promise<{ median: number; p95: number }> {
  await page.goto('/')
  await expectSettled(page)
  const { command } = simulateScreen(page)
  await command.fill('')
  const times = await command.evaluate((element) => {
    const text = 'AAPL-L-20% MSFT-L-20% KO-L-20% PG-L-20% WMT-S-20% 2000-01-01 2022-12-28 rebalance=monthly cost=5bps'
    ;(element as HTMLTextAreaElement).focus()
    return Array.from(text, (letter) => {
      const begin = performance.now()
      // The only way in for a script that goes through all that a key goes through.
      document.execCommand('insertText', false, letter)
      document.body.getBoundingClientRect()
      return performance.now() - begin
    })
  })
  const sorted = times.toSorted((a, b) => a - b)
  return { median: median(times), p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN }
}
