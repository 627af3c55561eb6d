import { commandLineNumbers, commandLineText } from '../figures/command-line.ts'
import { comparedCommands } from '../figures/commands.ts'
import { figuresOf, numbersOf } from '../figures/figures.ts'
import type { ResultDocument } from '../figures/figures.ts'
import { cannotReadPages, printedFigures, printedPages } from '../figures/printed-figures.ts'
import { workbookNumbers } from '../figures/workbook.ts'
import { expectResult } from '../page/read-screen.ts'
import { lastReading, screenFigures } from '../page/run-screen.ts'
import { expect, test } from '../test.ts'

for (const command of comparedCommands) {
  test(`every way to read it gives the same figures: ${command}`, async ({ page, person }) => {
    const { id, taskId } = await person.simulated(command)
    const entry = await person.json<{ result: ResultDocument }>('GET', `/history/${id}`)
    const series = await person.json<{ value: number[] }>('GET', `/history/${id}/series`)
    const expected = figuresOf(numbersOf(entry.result, series.value.at(-1) ?? Number.NaN))

    await page.goto(`/simulations/${taskId}`)
    await expectResult(page)
    expect(await screenFigures(page)).toEqual(expected)
    expect(await lastReading(page)).toContain(`: portfolio ${expected['Final value']}`)

    expect(figuresOf(await workbookNumbers(await person.report(id)))).toEqual(expected)
    expect(figuresOf(await commandLineNumbers(command))).toEqual(expected)
    const text = await commandLineText(command)
    for (const name of ['Final value', 'Total return', 'CAGR', 'Max drawdown', 'Sharpe ratio', 'Volatility']) {
      expect(text, name).toContain(expected[name])
    }

    test.skip(cannotReadPages !== false, String(cannotReadPages))
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(printedFigures(printedPages(pdf)), 'on paper').toEqual(expected)
  })
}
