import { z } from 'zod'
import { rowNumber } from './row-number.ts'
import { visibleText } from './text.ts'

const email = visibleText
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, 'must be an e-mail address such as ann@example.com')
const wellFormed = z.string().refine((text) => text.isWellFormed(), 'must be Unicode without halves of characters')
/** What somebody typed to sign in: judged by whether it is right, never by its form. */
const typedPassword = z.string().min(1).max(1024)
/** The rules are those of the server; a fault is `invalid_password` with a sentence. */
const newPassword = wellFormed.max(1024)
const session = z
  .enum(['json', 'cookie'])
  .default('json')
  .describe('cookie: the refresh token travels in a cookie that scripts cannot read; json: in the body')
const moment = z.iso.datetime()
const token = z.string().min(1).max(512)

export const authOptionsSchema = z
  .object({
    google: z.boolean().describe('whether Google can be signed in with'),
    registration: z.enum(['open', 'closed']),
    first_account: z.boolean().describe('nobody has registered yet: the next one becomes the operator where the server is local'),
    password_min_length: z.int().min(1),
    guests: z.boolean().describe('whether one may try without an account: POST /auth/guest'),
  })
  .meta({
    id: 'AuthOptions',
    examples: [{ google: false, registration: 'open', first_account: true, password_min_length: 8, guests: true }],
  })

export const registrationSchema = z
  .strictObject({ email, password: newPassword })
  .meta({ id: 'Registration', examples: [{ email: 'ann@example.com', password: 'seven geese fly south' }] })

export const registeredSchema = z
  .object({ id: rowNumber, email: z.string() })
  .meta({ id: 'Registered', examples: [{ id: 1, email: 'ann@example.com' }] })

const jsonLogin = z
  .strictObject({ email: visibleText.max(1024), password: typedPassword, session })
  .meta({ examples: [{ email: 'ann@example.com', password: 'seven geese fly south' }] })
const formLogin = z
  .strictObject({
    username: visibleText.max(1024),
    password: typedPassword,
    session,
    grant_type: z.enum(['', 'password']).exactOptional(),
    scope: z.string().max(1024).exactOptional(),
    client_id: z.string().max(1024).exactOptional(),
    client_secret: z.string().max(1024).exactOptional(),
  })
  .meta({ examples: [{ username: 'ann@example.com', password: 'seven geese fly south' }] })

/** Of the form; RFC 6749, 3.2 has a server ignore all others. */
export const loginFormFields: readonly string[] = Object.keys(formLogin.shape)

const { $schema: _, ...loginForms } = z.toJSONSchema(z.union([jsonLogin, formLogin]), { io: 'input' })

/**
 * As JSON, or as the form of OAuth 2.0's password grant, whose further fields are taken and ignored. Which of the two it is, the field
 * `username` tells, so that faults are told by field.
 */
export const loginSchema = z
  .unknown()
  .transform((given, context): z.output<typeof jsonLogin> | z.output<typeof formLogin> => {
    const isForm = typeof given === 'object' && given !== null && 'username' in given
    const read = (isForm ? formLogin : jsonLogin).safeParse(given)
    if (read.success) return read.data
    for (const issue of read.error.issues) context.addIssue({ ...issue })
    return z.NEVER
  })
  .meta({ id: 'Login', ...loginForms })

export const tokenPairSchema = z
  .object({
    access_token: z.string().describe('bearer, ten minutes'),
    refresh_token: z.string().exactOptional().describe('single use; absent in cookie sessions'),
    token_type: z.literal('bearer'),
    expires_in: z.int().min(1).describe('seconds'),
  })
  .meta({
    id: 'TokenPair',
    examples: [
      {
        access_token: 'eyJhbGciOiJFZERTQSJ9…',
        refresh_token: 'sI0W7w-Nexe6jbcMl9SNZpCHzFKAFllWk3OKQKo-PpY',
        token_type: 'bearer',
        expires_in: 600,
      },
    ],
  })

/** `{}` where the cookie carries the token. */
export const refreshSchema = z
  .strictObject({ refresh_token: token.exactOptional() })
  .meta({ id: 'Refresh', examples: [{ refresh_token: 'sI0W7w-Nexe6jbcMl9SNZpCHzFKAFllWk3OKQKo-PpY' }] })
export const logoutSchema = z
  .strictObject({ refresh_token: token.exactOptional() })
  .meta({ id: 'Logout', examples: [{ refresh_token: 'sI0W7w-Nexe6jbcMl9SNZpCHzFKAFllWk3OKQKo-PpY' }] })
export const guestSchema = z.strictObject({ session }).meta({ id: 'Guest', examples: [{ session: 'json' }] })
export const messageSchema = z.object({ message: z.string() }).meta({ id: 'Message', examples: [{ message: 'Signed out.' }] })

export const accountSchema = z
  .object({
    id: rowNumber,
    email: z.string().nullable().describe('null for guests'),
    role: z.enum(['operator', 'member']),
    google_linked: z.boolean(),
  })
  .meta({ id: 'Account', examples: [{ id: 1, email: 'ann@example.com', role: 'operator', google_linked: false }] })

export const passwordChangeSchema = z
  .strictObject({
    current_password: typedPassword.exactOptional().describe('left out by accounts that never had one'),
    new_password: newPassword,
  })
  .meta({ id: 'PasswordChange', examples: [{ current_password: 'seven geese fly south', new_password: 'nine swans fly north' }] })

export const accountDeletionSchema = z
  .strictObject({ password: typedPassword.exactOptional().describe('left out by accounts without one') })
  .meta({ id: 'AccountDeletion', examples: [{ password: 'seven geese fly south' }] })

const exampleSession = {
  id: '3f0c8f2e-4f0e-4a52-9d0b-0f5a3a4b1c2d',
  current: true,
  transport: 'cookie',
  user_agent: 'Mozilla/5.0',
  address: '127.0.0.1',
  created_at: '2026-01-02T03:04:05.000Z',
  last_used_at: '2026-01-02T04:00:00.000Z',
  expires_at: '2026-02-01T03:04:05.000Z',
}

export const sessionSchema = z
  .object({
    id: z.uuid(),
    current: z.boolean(),
    transport: z.enum(['json', 'cookie']),
    user_agent: z.string(),
    address: z.string(),
    created_at: moment,
    last_used_at: moment,
    expires_at: moment,
  })
  .meta({ id: 'Session', examples: [exampleSession] })
export const sessionListSchema = z.array(sessionSchema).meta({ examples: [[exampleSession]] })

const apiToken = {
  id: rowNumber,
  name: z.string(),
  scope: z.enum(['read', 'operate']),
  created_at: moment,
  last_used_at: moment.nullable(),
}
export const newApiTokenSchema = z
  .strictObject({ name: visibleText.max(100).trim().min(1), scope: z.enum(['read', 'operate']) })
  .meta({ id: 'NewApiToken', examples: [{ name: 'notebook', scope: 'read' }] })
const exampleToken = { id: 1, name: 'notebook', scope: 'read', created_at: '2026-01-02T03:04:05.000Z', last_used_at: null }
export const createdApiTokenSchema = z.object({ ...apiToken, token: z.string().describe('shown this once') }).meta({
  id: 'CreatedApiToken',
  examples: [{ ...exampleToken, token: 'portofino_sI0W7w-Nexe6jbcMl9SNZpCHzFKAFllWk3OKQKo-PpY' }],
})
export const apiTokenListSchema = z
  .array(z.object(apiToken).meta({ id: 'ApiToken', examples: [exampleToken] }))
  .meta({ examples: [[exampleToken]] })

export const wsTicketSchema = z
  .object({ ticket: z.string(), expires_in: z.int().min(1) })
  .meta({ id: 'WsTicket', examples: [{ ticket: 'sI0W7w-Nexe6jbcMl9SNZpCHzFKAFllWk3OKQKo-PpY', expires_in: 30 }] })
export const googleLinkSchema = z
  .object({ location: z.url() })
  .meta({ id: 'GoogleLink', examples: [{ location: 'https://accounts.google.com/o/oauth2/v2/auth?client_id=…' }] })

export const exportSchema = z
  .object({
    exported_at: moment,
    account: z.object({
      id: rowNumber,
      email: z.string().nullable(),
      role: z.enum(['operator', 'member']),
      created_at: moment,
    }),
    google: z.object({ issuer: z.string(), subject: z.string(), email: z.string(), linked_at: moment }).nullable(),
    sessions: z.array(sessionSchema.omit({ current: true }).extend({ revoked_at: moment.nullable() })),
    api_tokens: z.array(z.object(apiToken)),
    simulations: z.array(
      z.object({
        id: rowNumber,
        task_id: z.uuid(),
        command: z.string(),
        status: z.string(),
        name: z.string(),
        tags: z.array(z.string()),
        created_at: moment,
        deleted_at: moment.nullable(),
      }),
    ),
    reports: z.array(z.object({ task_id: z.uuid(), simulation_id: rowNumber, status: z.string(), created_at: moment })),
  })
  .meta({
    id: 'AccountExport',
    examples: [
      {
        exported_at: '2026-01-02T03:04:05.000Z',
        account: { id: 1, email: 'ann@example.com', role: 'operator', created_at: '2026-01-01T03:04:05.000Z' },
        google: null,
        sessions: [],
        api_tokens: [],
        simulations: [],
        reports: [],
      },
    ],
  })
