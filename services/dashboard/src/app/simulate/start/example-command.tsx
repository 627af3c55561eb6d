import { CommandText } from '../../../ui/command-text.tsx'

/** Legs, period and options, each on lines of its own. */
export function ExampleCommand({ command }: { command: string }) {
  const words = command.split(' ')
  const parts = [words.filter((word) => !isDate(word) && !isOption(word)), words.filter(isDate), words.filter(isOption)]
  return (
    <div className="command">
      {parts
        .filter((part) => part.length > 0)
        .map((part) => (
          <div key={part[0]}>
            <CommandText command={part.join(' ')} />
          </div>
        ))}
    </div>
  )
}

function isDate(word: string): boolean {
  return /^\d{4}/.test(word)
}

function isOption(word: string): boolean {
  return /^[a-z]+=/.test(word)
}
