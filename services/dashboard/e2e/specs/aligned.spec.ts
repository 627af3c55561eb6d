import type { Page } from '@playwright/test'
import { simulateScreen } from '../page/simulate-screen.ts'
import { expect, visitorTest } from '../test.ts'

const texts = [
  'AAPL-L-50% MSFT-X-40% 2020-01-01 2023-01-01',
  'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 2000-01-01 2022-12-28 rebalance=annual bench=^GSPC cost=5bps+$1 # a remark',
  `${'A'.repeat(90)}-L-50% ${'x'.repeat(70)}`,
  'AAPL-L-100% 2020 2021\n\nMSFT-L-100%   2020  2021   \n',
  'Ünï-L-5% 日本語 – − 2020..2021 bench=(SPY-L-60% TLT-L-40%) / ? % , a/b/c',
  Array.from({ length: 60 }, (_, i) => `T${i}A-L-1%`).join(' '),
]
/** Colors and weights aside, which change no width. */
const onlyLayer =
  '.editor .layer-text span { color: #000 !important; font-weight: 400 !important; text-decoration: none !important; background: none !important } .tick { display: none }'
const onlyTextarea = '.editor .layer-text { opacity: 0 } .editor textarea { -webkit-text-fill-color: #000 !important }'

visitorTest.use({ contextOptions: { reducedMotion: 'reduce' }, bypassCSP: true })

// 320 px is 1280 px at 400 % zoom.
for (const width of [1440, 375, 320]) {
  visitorTest(`letters are drawn where the textarea has them, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/')
    const { command } = simulateScreen(page)
    await page.evaluate(async () => document.fonts.ready)
    for (const text of texts) {
      await command.fill(text)
      await command.blur()
      const layer = await styled(page, onlyLayer)
      const textarea = await styled(page, onlyLayer + onlyTextarea)
      expect(layer.equals(textarea), text).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })
}

async function styled(page: Page, content: string): Promise<Buffer> {
  const style = await page.addStyleTag({ content })
  const picture = await page.locator('.editor .text').screenshot()
  await style.evaluate((element) => element.parentNode?.removeChild(element))
  return picture
}
