import type { DiagnosticDocument } from '@portofino/simulator'
import { z } from 'zod'

const span = z
  .object({
    start: z.int().min(0).describe('UTF-16 offset'),
    end: z.int().min(0),
    utf8_start: z.int().min(0).describe('offset in UTF-8'),
    utf8_end: z.int().min(0),
  })
  .meta({ id: 'Span' })

/** One fault, warning or note about a command: the same object for command line, HTTP and editor. */
export const diagnosticSchema = z
  .object({
    code: z.string().describe('E…, W… or N…; codes never change meaning'),
    severity: z.enum(['error', 'warning', 'note']),
    message: z.string(),
    span,
    related: z.array(span),
    expected: z.array(z.string()),
    fixes: z.array(
      z.object({
        title: z.string(),
        edits: z.array(z.object({ start: z.int().min(0), end: z.int().min(0), text: z.string() })),
      }),
    ),
    help: z.string().exactOptional(),
  })
  .meta({ id: 'Diagnostic' }) satisfies z.ZodType<Omit<DiagnosticDocument, 'code'> & { code: string }>
