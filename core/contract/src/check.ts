import { z } from 'zod'
import { diagnosticSchema } from './diagnostic.ts'
import { exampleCommand, simulateBody } from './simulate.ts'

/** `POST /check` takes what `POST /simulate` takes. */
export const checkBody = simulateBody

/** What can be said about a command without running it. */
export const checkedSchema = z
  .object({
    canonical: z.string().nullable().describe('the one way to write it; null while an error stands'),
    hash: z.string().nullable().describe('SHA-256 of the canonical text'),
    ast: z.record(z.string(), z.unknown()).nullable().describe('the tree, versioned by its field v'),
    diagnostics: z.array(diagnosticSchema).describe('errors, warnings and notes, in the order of the text'),
  })
  .meta({
    id: 'Checked',
    examples: [
      {
        canonical: exampleCommand,
        hash: '0f7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b',
        ast: { v: 1 },
        diagnostics: [],
      },
    ],
  })
