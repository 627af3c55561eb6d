import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import type { Duplex } from 'node:stream'
import { OAuth2Server } from 'oauth2-mock-server'
import type { MutableRedirectUri, MutableToken } from 'oauth2-mock-server'
import { trustedCertificate } from '../../../../fixtures/certificate/trusted-certificate.ts'

const host = 'accounts.google.com'
export const googleOrigin = `https://${host}`

/** An OpenID provider that stands where Google does, for a server and a browser that reach Google through its proxy. */
export interface PosedGoogle extends AsyncDisposable {
  /** For the server: who it is to Google, the way there, and whom to trust. */
  settings: Readonly<Record<string, string>>
  /** The way there, for the browser. */
  proxy: string
  /** Who signs in next; null: the person turns back at Google. */
  says: (person: { subject: string; email: string } | null) => void
}

export async function posedGoogle(): Promise<PosedGoogle> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-google-'))
  const { key, certificate, authority } = trustedCertificate(host)
  const [keyFile, certificateFile, authorityFile] = ['key', 'certificate', 'authority'].map((name) => join(folder, `${name}.pem`))
  await Promise.all([writeFile(keyFile!, key), writeFile(certificateFile!, certificate), writeFile(authorityFile!, authority)])
  const provider = new OAuth2Server(keyFile, certificateFile)
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, '127.0.0.1')
  provider.issuer.url = googleOrigin
  const says = answering(provider)
  const proxy = await proxyTo(provider.address().port)
  return {
    proxy: proxy.url,
    says,
    settings: {
      GOOGLE_CLIENT_ID: 'portofino-e2e',
      GOOGLE_CLIENT_SECRET: 'a-secret-of-the-browser-tests',
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: authorityFile!,
    },
    async [Symbol.asyncDispose]() {
      await proxy.close()
      await provider.stop()
      await rm(folder, { recursive: true })
    },
  }
}

function answering({ service }: OAuth2Server): PosedGoogle['says'] {
  let person: Parameters<PosedGoogle['says']>[0] = null
  service.on('beforeTokenSigning', ({ payload }: MutableToken) => {
    if (person !== null) Object.assign(payload, { sub: person.subject, email: person.email, email_verified: true })
  })
  service.on('beforeAuthorizeRedirect', ({ url }: MutableRedirectUri) => {
    if (person !== null) return
    url.searchParams.delete('code')
    url.searchParams.set('error', 'access_denied')
  })
  return (next) => {
    person = next
  }
}

/** Leads to the provider whoever asks for Google, and nobody anywhere else. */
async function proxyTo(port: number): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_, reply) => void reply.writeHead(403).end())
  const open = new Set<Duplex>()
  server.on('connect', ({ url }, socket) => {
    if (url !== `${host}:443`) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const onward = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    pipeline(socket, onward, socket, () => open.delete(socket))
    open.add(socket)
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close()
      for (const socket of open) socket.destroy()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
