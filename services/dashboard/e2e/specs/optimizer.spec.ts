import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { build } from 'vite'
import type { Rolldown } from 'vite'
import { answers } from '../figures/optimizer-answers.ts'

/** The library and the questions, minified, as one script that anything runs. */
async function bundledAnswers(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, '..', 'figures', 'optimizer-answers.ts'), formats: ['iife'], name: 'optimizer' },
    },
  })
  const [bundle] = built as Rolldown.RolldownOutput[]
  return `${bundle!.output[0].code};optimizer.answers()`
}

test('the optimizer gives the bits of Node in a page and in a worker', async ({ page }) => {
  const expected = answers()
  expect(Object.values(expected).map(({ length }) => length >= 20)).toEqual([true, true, true, true])
  const code = await bundledAnswers()
  expect(await page.evaluate(code)).toEqual(expected)
  const inWorker = await page.evaluate(
    (script) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([`postMessage(eval(${JSON.stringify(script)}))`])))
        worker.addEventListener('message', ({ data }) => resolve(data))
        worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      }),
    code,
  )
  expect(inWorker).toEqual(expected)
})
