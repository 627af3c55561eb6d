// How large and how quick the dashboard is, per page, against its goals. Prints the table of bench/README.md.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { exampleCommand } from '@portofino/contract'
import { howToGetOne } from '../browser/find-browser.ts'
import { browserHere } from '../browser/this-machine.ts'
import { browserSession } from '../server/browser-session.ts'
import { newPerson } from '../server/person.ts'
import { startedServer } from '../server/started-server.ts'
import type { MeasuredFigure } from './figure-table.ts'
import { figureTable } from './figure-table.ts'
import { chartFrames, drawing, keyWork, listFrames, slowestInteraction } from './interaction.ts'
import { medianLoad } from './loading.ts'
import type { FreshOptions } from './loading.ts'

const longCommand = 'JNJ-L-25% KO-L-25% PG-L-25% WMT-L-25% 1990-01-01 2022-12-28 rebalance=annual bench=^GSPC'
const manyRuns = 1000
const busy = loadavg()[0] ?? 0

function buildTime(): MeasuredFigure {
  const folder = mkdtempSync(join(tmpdir(), 'portofino-build-'))
  const begin = performance.now()
  const words = ['vite', 'build', '--outDir', folder, '--logLevel', 'error']
  const { status } = spawnSync('npx', words, {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error('Cannot measure: the dashboard must build')
  return { what: 'production build', value: (performance.now() - begin) / 1000, unit: 's', goal: { atMost: 15 } }
}

async function ofPages(browser: Browser, options: FreshOptions, run: string): Promise<MeasuredFigure[]> {
  const budgets = { '/': 200, '/sign-in': 340, '/simulations': 340, [run]: 260, '/settings': 340, '/about': 340 }
  const figures: MeasuredFigure[] = []
  for (const [path, budget] of Object.entries(budgets)) {
    const name = path === run ? '/simulations/:id' : path
    const visitor = path === '/sign-in' ? async () => ({ baseURL: server.url }) : options
    const local = await medianLoad(browser, visitor, { path, slow: false })
    const slow = await medianLoad(browser, visitor, { path, slow: true })
    figures.push(
      { what: `${name}, scripts`, value: local.scripts, unit: 'KB', goal: { atMost: budget } },
      { what: `${name}, first paint`, value: local.firstPaint, unit: 'ms', goal: { atMost: 300 } },
      { what: `${name}, largest paint`, value: local.largestPaint, unit: 'ms', goal: { atMost: 800 } },
      { what: `${name}, first paint, throttled`, value: slow.firstPaint, unit: 'ms', goal: { atMost: 800 } },
      { what: `${name}, largest paint, throttled`, value: slow.largestPaint, unit: 'ms', goal: { atMost: 3000 } },
      { what: `${name}, layout shift`, value: Math.max(local.shift, slow.shift), unit: '', goal: { atMost: 0.05 } },
    )
  }
  return figures
}

const found = browserHere()
if (found === null) throw new Error(howToGetOne(process.platform))
const figures = [buildTime()]
await using server = await startedServer({ CALLS_PER_MINUTE: '1000000' })
const person = await newPerson(server)
const example = await person.simulated(exampleCommand)
const long = await person.simulated(longCommand)
const browser = await chromium.launch({ executablePath: found.path })
const options: FreshOptions = async () => ({
  baseURL: server.url,
  storageState: await browserSession(server, person),
  viewport: { width: 1440, height: 900 },
})
figures.push(...(await ofPages(browser, options, `/simulations/${example.taskId}`)))

const context = await browser.newContext(await options())
const page = await context.newPage()
const [exampleAddress, longAddress] = [example, long].map(({ taskId }) => `/simulations/${taskId}`)
const keys = await keyWork(page)
figures.push(
  { what: 'a key in the editor, median', value: keys.median, unit: 'ms', goal: { atMost: 16 } },
  { what: 'a key in the editor, 95 of 100', value: keys.p95, unit: 'ms', goal: { atMost: 16 } },
  {
    what: 'slowest press on a run to the next paint',
    value: await slowestInteraction(page, exampleAddress!),
    unit: 'ms',
    goal: { atMost: 200 },
  },
  { what: '33 years of days drawn', value: await drawing(page, longAddress!), unit: 'ms', goal: { atMost: 100 } },
  { what: '33 years zoomed and dragged', value: await chartFrames(page, longAddress!), unit: 'fps', goal: { atLeast: 50 } },
)
for (let count = 2; count < manyRuns; count += 1) await person.simulated(`${exampleCommand} capital=${count * 1000}`)
figures.push({ what: `the list of ${manyRuns} runs scrolled`, value: await listFrames(page), unit: 'fps', goal: { atLeast: 50 } })
await browser.close()
const [cpu] = cpus()
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${found.path}, ${cpu?.model ?? 'unknown'} x ${cpus().length}, load average ${busy.toFixed(1)} before\n\n${figureTable(figures)}\n`,
)
