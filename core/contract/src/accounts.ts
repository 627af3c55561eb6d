import { z } from 'zod'

const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@\p{Cc}]+@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)+$/u, 'must be an e-mail address such as ann@example.com')
const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters')
/** What somebody typed to sign in: judged by whether it is right, never by its form. */
const typedPassword = z.string().min(1).max(1024)
/** The rules are those of the server; a fault is `invalid_password` with a sentence. */
const newPassword = z.string().max(1024)
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
    password_min_length: z.int(),
  })
  .meta({ id: 'AuthOptions' })

export const registrationSchema = z
  .strictObject({ email, password: newPassword })
  .meta({ id: 'Registration', examples: [{ email: 'ann@example.com', password: 'seven geese fly south' }] })

export const registeredSchema = z.object({ id: z.int(), email: z.string() }).meta({ id: 'Registered' })

const jsonLogin = z.strictObject({ email: line(1024), password: typedPassword, session })
const formLogin = z.strictObject({
  username: line(1024),
  password: typedPassword,
  session,
  grant_type: z.enum(['', 'password']).exactOptional(),
  scope: z.string().max(1024).exactOptional(),
  client_id: z.string().max(1024).exactOptional(),
  client_secret: z.string().max(1024).exactOptional(),
})

/** As JSON, or as the form of OAuth 2.0's password grant, whose further fields are taken and ignored. */
export const loginSchema = z
  .union([jsonLogin, formLogin])
  .meta({ id: 'Login', examples: [{ email: 'ann@example.com', password: 'seven geese fly south' }] })

export const tokenPairSchema = z
  .object({
    access_token: z.string().describe('bearer, ten minutes'),
    refresh_token: z.string().exactOptional().describe('single use; absent in cookie sessions'),
    token_type: z.literal('bearer'),
    expires_in: z.int().describe('seconds'),
  })
  .meta({ id: 'TokenPair' })

/** `{}` where the cookie carries the token. */
export const refreshSchema = z.strictObject({ refresh_token: token.exactOptional() }).meta({ id: 'Refresh' })
export const logoutSchema = z.strictObject({ refresh_token: token.exactOptional() }).meta({ id: 'Logout' })
export const guestSchema = z.strictObject({ session }).meta({ id: 'Guest' })
export const messageSchema = z.object({ message: z.string() }).meta({ id: 'Message' })

export const accountSchema = z
  .object({
    id: z.int(),
    email: z.string().nullable().describe('null for guests'),
    role: z.enum(['operator', 'member']),
    google_linked: z.boolean(),
  })
  .meta({ id: 'Account' })

export const passwordChangeSchema = z
  .strictObject({
    current_password: typedPassword.exactOptional().describe('left out by accounts that never had one'),
    new_password: newPassword,
  })
  .meta({ id: 'PasswordChange' })

export const accountDeletionSchema = z
  .strictObject({ password: typedPassword.exactOptional().describe('left out by accounts without one') })
  .meta({ id: 'AccountDeletion' })

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
  .meta({ id: 'Session' })
export const sessionListSchema = z.array(sessionSchema)

const apiToken = {
  id: z.int(),
  name: z.string(),
  scope: z.enum(['read', 'operate']),
  created_at: moment,
  last_used_at: moment.nullable(),
}
export const newApiTokenSchema = z
  .strictObject({ name: line(100).trim().min(1), scope: z.enum(['read', 'operate']) })
  .meta({ id: 'NewApiToken', examples: [{ name: 'notebook', scope: 'read' }] })
export const createdApiTokenSchema = z
  .object({ ...apiToken, token: z.string().describe('shown this once') })
  .meta({ id: 'CreatedApiToken' })
export const apiTokenListSchema = z.array(z.object(apiToken).meta({ id: 'ApiToken' }))

export const wsTicketSchema = z.object({ ticket: z.string(), expires_in: z.int() }).meta({ id: 'WsTicket' })
export const googleLinkSchema = z.object({ location: z.url() }).meta({ id: 'GoogleLink' })

export const exportSchema = z
  .object({
    exported_at: moment,
    account: z.object({
      id: z.int(),
      email: z.string().nullable(),
      role: z.enum(['operator', 'member']),
      created_at: moment,
    }),
    google: z.object({ issuer: z.string(), subject: z.string(), email: z.string(), linked_at: moment }).nullable(),
    sessions: z.array(sessionSchema.omit({ current: true }).extend({ revoked_at: moment.nullable() })),
    api_tokens: z.array(z.object(apiToken)),
    simulations: z.array(
      z.object({
        id: z.int(),
        task_id: z.uuid(),
        command: z.string(),
        status: z.string(),
        name: z.string(),
        tags: z.array(z.string()),
        created_at: moment,
        deleted_at: moment.nullable(),
      }),
    ),
    reports: z.array(z.object({ task_id: z.uuid(), simulation_id: z.int(), status: z.string(), created_at: moment })),
  })
  .meta({ id: 'AccountExport' })
