import { pages } from '../../src/paths.ts'
import { everyAddress } from '../page/addresses.ts'
import { observeShifts } from '../page/layout-shifts.ts'
import { expectSettled } from '../page/read-screen.ts'
import { expect, test, visitorTest } from '../test.ts'

const missing = ['/assets/index-00000000.js', '/old.js', '/favicon.ico', '/simulations/17.js', '/assets/none.css']

test('every page opens by its address, again by reloading, and by going back', async ({ page, person }) => {
  // Whoever is signed in is led on from there.
  const addresses = (await everyAddress(person)).filter((address) => address !== pages.signIn)
  const titles = new Set<string>()
  for (const address of addresses) {
    const reply = await page.goto(address)
    expect([reply?.status(), reply?.headers()['cache-control']]).toEqual([200, 'no-cache'])
    await expectSettled(page)
    // The name of what is shown, which comes after that of the page before it is loaded.
    await expect(page).not.toHaveTitle(/^(Run · )?PortoFino$/)
    const title = await page.title()
    titles.add(title)
    await page.reload()
    await expect(page).toHaveTitle(title)
  }
  expect(titles.size).toBe(addresses.length)
  for (const address of addresses.toReversed().slice(1)) {
    await page.goBack()
    await expect(page).toHaveURL((url) => url.pathname === address)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
  }
})

visitorTest(
  'no page says anything to the console of a visitor, or moves under the eyes; the last one names whose work they hold',
  async ({ page }) => {
    await observeShifts(page)
    for (const path of Object.values(pages)) {
      await page.goto(path.replace('$id', '17'))
      await expectSettled(page)
      expect(await page.evaluate('window.layoutShift'), path).toBeLessThanOrEqual(0.05)
    }
    await expect(page.getByRole('main')).toContainText('Charts are drawn with TradingView Lightweight Charts™.')
    await expect(page.getByRole('listitem').filter({ hasText: 'lightweight-charts' })).toContainText('Apache-2.0')
  },
)

visitorTest('an address that is no page says so', async ({ page }) => {
  await page.goto('/no-such-page')
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible()
  await expect(page).toHaveTitle(/Not found/)
})

test('an address that means nothing is told so on a page', async ({ page, quiet }) => {
  quiet.allow(/status of 4\d\d/)
  for (const path of ['/simulations/1.5', '/simulations/%E0%A4%A', '/%']) {
    await page.goto(path)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeAttached()
    await expect(page.getByRole('main')).toContainText(/There is no (?:run .+ here|such page)/)
  }
})

visitorTest('a missing file is a 404 in the words of the API, never a page', async ({ request }) => {
  for (const path of missing) {
    const reply = await request.get(path)
    expect([path, reply.status(), reply.headers()['content-type']]).toEqual([path, 404, 'application/problem+json'])
  }
})

visitorTest('an unknown address of the API stays one of the API', async ({ request }) => {
  for (const path of ['/history/17', '/auth/nothing', '/tasks/none', '/assets?q=']) {
    const reply = await request.get(path, { headers: { accept: 'text/html' } })
    expect([path, reply.headers()['content-type']]).toEqual([path, 'application/problem+json'])
    expect([401, 404]).toContain(reply.status())
  }
  expect((await request.post('/simulations', { data: {} })).status()).toBe(405)
})

visitorTest('files with a hash in their name last, and come compressed', async ({ page, request }) => {
  const files: string[] = []
  page.on('response', (reply) => {
    const { pathname } = new URL(reply.url())
    if (pathname.startsWith('/assets/')) files.push(pathname)
  })
  await page.goto('/')
  await expectSettled(page)
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const reply = await request.get(file, { headers: { 'accept-encoding': 'gzip, br' } })
    const { 'cache-control': cache, 'content-encoding': encoding = 'none' } = reply.headers()
    expect([file, cache]).toEqual([file, 'public, max-age=31536000, immutable'])
    // Below half a KiB, headers would weigh more than the gain.
    const isWorthIt = /\.(?:js|css)$/.test(file) && (await reply.body()).length >= 512
    if (isWorthIt) expect([file, encoding]).toEqual([file, 'br'])
  }
})

visitorTest('each page has a nonce of its own, and its policy allows no other script or style', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of Object.values(pages)) {
    const reply = await request.get(path.replace('$id', '17'))
    const policy = reply.headers()['content-security-policy'] ?? ''
    expect(policy).not.toMatch(/unsafe|\*/)
    const nonce = /style-src 'self' 'nonce-([^']+)';/.exec(policy)?.[1] ?? ''
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`)
    expect(await reply.text()).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(Object.values(pages).length)
})

visitorTest('the browser begins with the code of the screen before the frame asks for it', async ({ request }) => {
  for (const path of ['/', '/simulations/17']) {
    expect(await (await request.get(path)).text()).toMatch(/<link rel="modulepreload" crossorigin href="\/assets\/\w+-screen-/)
  }
})

visitorTest('the frame and the name are there before any code is', async ({ browser, server }) => {
  await using context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/simulations')
  await expect(page.locator('.rail .brand')).toBeVisible()
  await page.setViewportSize({ width: 375, height: 812 })
  await expect(page.locator('.topbar .brand')).toBeVisible()
})

test('an address that asks for what its page does not have is told so, and shows the rest', async ({ page, person }) => {
  const { taskId } = await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  await page.goto(`/simulations/${taskId}?view=pie&scale=log`)
  const notice = page.getByText('The address asks for “view=pie”')
  await expect(notice).toBeVisible()
  await expect(page).toHaveURL(/\?scale=log$/)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
})

test('a search that no store can hold is left out and told, not refused', async ({ page, person }) => {
  await person.simulated('KO-L-100% 2010-01-01 2012-01-01')
  for (const search of ['q=%00', `q=${'x'.repeat(201)}`, `tag=${'x'.repeat(41)}`]) {
    await page.goto(`/simulations?${search}`)
    await expect(page.getByText(/^The address asks for “(?:q|tag)=/)).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: /KO/ })).toBeVisible()
  }
})
