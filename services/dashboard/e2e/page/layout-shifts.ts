import type { Page } from '@playwright/test'

/** From the next page on, `window.layoutShift` sums up how far its parts move by themselves. */
export async function observeShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const whole = globalThis as typeof globalThis & { layoutShift: number }
    whole.layoutShift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) whole.layoutShift += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}
