import { checkedText, type CheckedText } from './checked-text.ts'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { CommandLine } from '../input/command-lines.ts'
import { hanging } from '../terminal/layout.ts'
import type { Surroundings } from '../surroundings.ts'
import { dataOption, dialectOption, fileOption, givenCommands, givenDialect } from './command-options.ts'
import { openSource } from './data-source.ts'
import { complainAbout, diagnosticDocuments, faultyDocument } from './faults.ts'
import { renderDiagnostics } from '@portofino/strategy'

const usage: Usage = {
  name: 'check',
  form: '"COMMAND" [options]',
  summary:
    'Says what is wrong with a command, where, and what would fix it; or its canonical text, its hash and what it means in words.',
  details: ['Symbols are checked only with --data; without it nothing but the text itself counts.'],
  options: [
    { name: 'json', meaning: 'print one JSON document instead' },
    { ...fileOption, meaning: fileOption.meaning.replace('run each', 'check each') },
    { ...dataOption, meaning: 'also check the symbols against a source: sample, csv:DIR, yahoo, synthetic:SEED' },
    dialectOption,
  ],
  examples: [
    'portofino check "AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-01"',
    'portofino check "aapl-l-1/3 msft-l-2/3 2020 2022" --json',
  ],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const commands = await givenCommands(given, { readInput: surroundings.readInput, name: usage.name })
  const spec = given.value('data')
  const source = spec === null ? null : await openSource(spec, { ...surroundings, command: usage.name })
  const bench = { source, today: surroundings.today, signal: surroundings.signal, dialect: givenDialect(given) }
  if (commands.kind === 'one') {
    const checked = await checkedText(commands.text, bench)
    return report({ checked, text: commands.text, line: null }, given, surroundings)
  }
  let code: number = exitCode.done
  for (const { line, text } of commands.lines) {
    await surroundings.drained()
    const checked = await checkedText(text, bench)
    code = Math.max(code, await report({ checked, text, line }, given, surroundings))
  }
  return code
}

interface Checked {
  checked: CheckedText
  text: string
  line: CommandLine['line'] | null
}

async function report({ checked, text, line }: Checked, given: Arguments, surroundings: Surroundings): Promise<number> {
  const place = line === null ? null : `${given.value('file') ?? ''}:${line}`
  const numbered = line === null ? {} : { line }
  if (checked.kind === 'faulty') {
    if (given.has('json')) surroundings.printDocument({ ...numbered, ...(await faultyDocument(text, checked.diagnostics)) })
    complainAbout({ text, diagnostics: checked.diagnostics, place }, surroundings)
    return exitCode.faultyCommand
  }
  const { command, hash, words, diagnostics } = checked
  if (given.has('json')) {
    surroundings.printDocument({
      ...numbered,
      command,
      status: 'ok',
      hash,
      words,
      diagnostics: await diagnosticDocuments(diagnostics),
    })
    return exitCode.done
  }
  const { screen, print } = surroundings
  const drawn = renderDiagnostics(text, diagnostics, screen.source)
  print([
    ...(place === null ? [] : [screen.ink.muted(`${place}:`)]),
    screen.ink.strong(command),
    ...hanging(
      [
        ['hash', hash],
        ['means', words],
      ],
      screen.width,
    ),
    ...(drawn === '' ? [] : ['', drawn]),
    ...(place === null ? [] : ['']),
  ])
  return exitCode.done
}

export const checkCommand: Command = { usage, run }
