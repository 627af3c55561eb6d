import type { Page } from '@playwright/test'
import { exampleCommand } from '@portofino/contract'
import { expectResult, expectSettled, keyFigures } from '../page/read-screen.ts'
import { expect, test } from '../test.ts'

const color = async (page: Page): Promise<string> =>
  keyFigures(page)
    .locator('.v.gain')
    .first()
    .evaluate((element) => getComputedStyle(element).color)

test('no gain or loss is told by color alone, and its colors are a choice that stays', async ({ page, person }) => {
  const { taskId } = await person.simulated(`${exampleCommand} bench=^GSPC`)
  for (const address of ['/simulations', `/simulations/${taskId}`]) {
    await page.goto(address)
    await expectSettled(page)
    const colored = page.getByRole('main').locator('.gain, .loss')
    await expect(colored.first()).toBeVisible()
    const texts = await colored.evaluateAll((all) => all.map(({ textContent }) => textContent))
    expect(texts.filter((text) => !/[+−]/.test(text))).toEqual([])
  }
  await expectResult(page)
  expect(await color(page)).toBe('rgb(11, 107, 203)')
  await page.goto('/settings')
  await page.getByRole('radio', { name: /Green and red/ }).check()
  await page.goto(`/simulations/${taskId}`)
  await expectResult(page)
  expect(await color(page)).toBe('rgb(21, 128, 61)')
})

test('a dark page is dark from its first frame', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Dark', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  // The switch itself is on the screen.
  await page.screenshot()
  const protocol = await page.context().newCDPSession(page)
  const frames: string[] = []
  protocol.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(data)
    void protocol.send('Page.screencastFrameAck', { sessionId })
  })
  await protocol.send('Page.startScreencast', { format: 'png', maxWidth: 80, maxHeight: 50 })
  await page.reload()
  await expectSettled(page)
  await expect.poll(() => frames.length).toBeGreaterThan(1)
  await protocol.send('Page.stopScreencast')
  const lights = await Promise.all(frames.map(async (frame) => lightness(page, frame)))
  expect(Math.max(...lights)).toBeLessThan(64)
})

/** Of a picture as a whole, from 0 to 255. */
async function lightness(page: Page, png: string): Promise<number> {
  return page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')!
    canvas.imageSmoothingQuality = 'high'
    canvas.drawImage(picture, 0, 0, 1, 1)
    return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3))
  }, png)
}

test('who wants little motion gets none', async ({ page, person }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const { taskId } = await person.simulated(exampleCommand)
  for (const address of ['/', '/simulations', `/simulations/${taskId}`, '/settings']) {
    await page.goto(address)
    await expectSettled(page)
    const moving = await page.evaluate(() =>
      Array.from(document.querySelectorAll('*'))
        .filter((element) => {
          const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element)
          const lasts = [transitionDuration, animationDuration].some((times) =>
            times.split(', ').some((time) => Number.parseFloat(time) > 0.001),
          )
          return lasts || scrollBehavior === 'smooth'
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    expect([address, moving]).toEqual([address, []])
  }
})
