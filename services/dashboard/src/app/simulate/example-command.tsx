import { CommandText } from '../../ui/command-text.tsx'

/** Legs, period and options, each on lines of its own. */
export function ExampleCommand({ command }: { command: string }) {
  const words = command.split(' ')
  const isDate = (word: string): boolean => /^\d{4}/.test(word)
  const isOption = (word: string): boolean => /^[a-z]+=/.test(word)
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
