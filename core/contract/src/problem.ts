import { z } from 'zod'
import { diagnosticSchema } from './diagnostic.ts'
import { problemKinds } from './problem-code.ts'
import type { ProblemCode } from './problem-code.ts'

/** What every refusal and failure looks like on the wire: RFC 9457, served as `application/problem+json`. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:portofino:problem: and the code'),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(Object.keys(problemKinds)),
    detail: z.string().describe('one sentence that reads well alone and helps'),
    request_id: z.string().describe('also in the header x-request-id and in the log'),
    errors: z
      .array(z.object({ field: z.string().describe('path of the field, such as command'), message: z.string() }))
      .exactOptional()
      .describe('with invalid_request: every fault of the fields'),
    diagnostics: z.array(diagnosticSchema).exactOptional().describe('with invalid_command: every fault of the command'),
    fault: z
      .object({
        code: z.string(),
        field: z.string(),
        index: z.int().nullable().describe('position in it, by rows where it is a matrix'),
        asset: z.string().nullable(),
      })
      .exactOptional()
      .describe('with invalid_problem: where it is'),
    existing: z.record(z.string(), z.unknown()).exactOptional().describe('with 409: what exists already'),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'urn:portofino:problem:not_found',
        title: 'Not found',
        status: 404,
        code: 'not_found',
        detail: 'There is no simulation 4711 of yours.',
        request_id: '3f0c8f2e-4f0e-4a52-9d0b-0f5a3a4b1c2d',
      },
    ],
  })

export type ProblemDocument = Omit<z.infer<typeof problemSchema>, 'code'> & { code: ProblemCode }
