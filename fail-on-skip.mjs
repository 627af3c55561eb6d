// A reporter for node:test. In CI a test that did not run is a failure; elsewhere it is counted aloud.
export default async function* failOnSkip(events) {
  const left = []
  for await (const { type, data } of events) if (type === 'test:pass' || type === 'test:fail') left.push(...notRun(data))
  if (left.length === 0) return
  yield `\n${left.length} tests did not run${process.env.CI ? ', which fails in CI' : ''}:\n${left.join('\n')}\n`
  if (process.env.CI) process.exitCode = 1
}

/** @param {{ name: string, skip?: string | boolean, todo?: string | boolean }} result */
function notRun({ name, skip, todo }) {
  const reason = skip ?? todo
  if (reason === undefined) return []
  return [typeof reason === 'string' && reason !== '' ? `  ${name}: ${reason}` : `  ${name}`]
}
