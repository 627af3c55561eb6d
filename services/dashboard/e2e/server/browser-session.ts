import type { BrowserContextOptions } from '@playwright/test'
import type { Person } from './person.ts'
import type { Server } from './started-server.ts'

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>

/** What a browser holds after this person signed in with it. */
export async function browserSession({ url }: Server, { email, password }: Person): Promise<StorageState> {
  const reply = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email, password, session: 'cookie' }),
  })
  if (!reply.ok) throw new Error(`Cannot sign in: ${reply.status} ${await reply.text()}`)
  const cookies = reply.headers.getSetCookie().map((line) => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
    return {
      name,
      value,
      domain: 'localhost',
      path: '/',
      expires: -1,
      httpOnly: true,
      secure: false,
      sameSite: 'Strict' as const,
    }
  })
  return { cookies, origins: [{ origin: url, localStorage: [{ name: 'portofino.session', value: 'yes' }] }] }
}
