import type { MeasuredRun } from './measured-run.ts'

/** Throws a RangeError for a run whose parts do not fit together. */
export function checkRun(run: MeasuredRun): void {
  const sessions = run.index.length
  if (sessions === 0) throw new RangeError('Cannot measure: the run must have at least one session, got none')
  checkLength('days', { have: run.days.length, want: sessions })
  if (run.riskFree instanceof Float64Array) checkLength('riskFree', { have: run.riskFree.length, want: sessions - 1 })
  if (run.exposure !== null) {
    for (const name of ['gross', 'net', 'cash'] as const) {
      checkLength(`exposure.${name}`, { have: run.exposure[name].length, want: sessions })
    }
  }
  checkIncreasing(run.days)
  checkIndex('index', run.index)
  if (run.benchmark !== null) {
    checkLength('benchmark', { have: run.benchmark.length, want: sessions })
    checkIndex('benchmark', run.benchmark)
  }
  for (const { session } of run.flows) {
    if (!(Number.isInteger(session) && session >= 0 && session < sessions)) {
      throw new RangeError(`Cannot measure: a flow must fall on a session from 0 to ${sessions - 1}, got ${session}`)
    }
  }
}

function checkLength(name: string, { have, want }: { have: number; want: number }): void {
  if (have !== want) throw new RangeError(`Cannot measure: ${name} must have ${want} entries to fit the index, got ${have}`)
}

function checkIncreasing(days: Int32Array): void {
  for (let i = 1; i < days.length; i++) {
    if (days[i]! <= days[i - 1]!) {
      throw new RangeError(`Cannot measure: days must strictly increase, got ${days[i]} after ${days[i - 1]}`)
    }
  }
}

function checkIndex(name: string, values: Float64Array): void {
  if (!(values[0]! > 0)) throw new RangeError(`Cannot measure: the ${name} must begin above zero, got ${values[0]}`)
  for (let i = 0; i < values.length; i++) {
    if (!(values[i]! >= 0 && values[i]! < Infinity)) {
      throw new RangeError(`Cannot measure: the ${name} must be finite and not negative, got ${values[i]} at session ${i}`)
    }
  }
}
