import type { Page } from '@playwright/test'
import { expectResult } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const command = 'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 1990-01-01 2022-12-28 rebalance=annual bench=^GSPC'

for (const width of [1440, 375]) {
  test(`the first and the last day of 33 years can be seen, ${width} px wide`, async ({ page, person }) => {
    const { id, taskId } = await person.simulated(command)
    const { dates } = await person.json<{ dates: string[] }>('GET', `/history/${id}/series`)
    expect(dates.length).toBeGreaterThan(5000)
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`/simulations/${taskId}`)
    await expectResult(page)
    await expect(page.getByRole('button', { name: 'Max', exact: true })).toHaveAttribute('aria-pressed', 'true')
    const chart = page.locator('#overview')
    await chart.scrollIntoViewIfNeeded()
    await expect(chart).toContainText(/2\sJan\s1990/)
    await expect(chart).toContainText(/28\sDec\s2022/)
    await expect(async () => expect(await drawnShare(page)).toBeGreaterThan(0.98)).toPass()
    await chart.screenshot({ path: test.info().outputPath(`max-${width}.png`) })
  })
}

/** From the first to the last column with a line in it, as a share of the width of the plot. */
async function drawnShare(page: Page): Promise<number> {
  return page
    .locator('#overview canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement
      const { width, height } = canvas
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
      const isColored = (x: number): boolean => {
        for (let y = 0; y < height; y += 1) {
          const at = (y * width + x) * 4
          // Grid lines are gray; the line of the portfolio is blue.
          if ((data[at + 3] ?? 0) > 60 && (data[at + 2] ?? 0) - (data[at] ?? 0) > 40) return true
        }
        return false
      }
      const columns = Array.from({ length: width }, (_, x) => x).filter(isColored)
      return columns.length === 0 ? 0 : ((columns.at(-1) ?? 0) - (columns[0] ?? 0) + 1) / width
    })
}
