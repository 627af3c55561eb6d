// A reporter for node:test. In CI a test that did not run is a failure; elsewhere it is counted aloud.
export default async function* failOnSkip(events) {
  const left = []
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.skip === undefined && data.todo === undefined) continue
    const reason = data.skip ?? data.todo
    left.push(`  ${data.name}${typeof reason === 'string' && reason !== '' ? `: ${reason}` : ''}`)
  }
  if (left.length === 0) return
  yield `\n${left.length} tests did not run${process.env.CI ? ', which fails in CI' : ''}:\n${left.join('\n')}\n`
  if (process.env.CI) process.exitCode = 1
}
