import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import tls from 'node:tls'

/** What an https server on localhost needs, as PEM. */
export interface ServerCertificate {
  key: string
  certificate: string
}

/**
 * A certificate for `localhost` by an authority of its own, which this process trusts from then on. Written out because Node makes keys
 * and signatures but no certificates.
 *
 * Source: RFC 5280 for the fields, X.690 for their encoding.
 */
export function trustedCertificate(): ServerCertificate {
  const [authority, server] = [keyPair(), keyPair()]
  const root = certificate({ subject: 'Test authority', publicKey: authority.publicKey, isAuthority: true }, authority.privateKey)
  const leaf = certificate({ subject: 'localhost', publicKey: server.publicKey, isAuthority: false }, authority.privateKey)
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), root])
  return { key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: leaf }
}

const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })

interface Wanted {
  subject: string
  publicKey: KeyObject
  isAuthority: boolean
}

const tag = { boolean: 1, integer: 2, bits: 3, octets: 4, id: 6, text: 12, time: 24, sequence: 48, set: 49 } as const
const id = {
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2],
  commonName: [0x55, 4, 3],
  alternativeName: [0x55, 0x1d, 0x11],
  basicConstraints: [0x55, 0x1d, 0x13],
}

function certificate({ subject, publicKey, isAuthority }: Wanted, issuerKey: KeyObject): string {
  const algorithm = field(tag.sequence, field(tag.id, id.ecdsaWithSha256))
  const constraints = field(tag.sequence, isAuthority ? field(tag.boolean, [0xff]) : [])
  const names = field(tag.sequence, field(0x82, Buffer.from('localhost')), field(0x87, [127, 0, 0, 1]))
  const content = field(
    tag.sequence,
    field(0xa0, field(tag.integer, [2])),
    field(tag.integer, [1, ...randomBytes(8)]),
    algorithm,
    name('Test authority'),
    field(tag.sequence, time('20200101000000Z'), time('20991231235959Z')),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    field(
      0xa3,
      field(
        tag.sequence,
        field(tag.sequence, field(tag.id, id.basicConstraints), field(tag.boolean, [0xff]), field(tag.octets, constraints)),
        field(tag.sequence, field(tag.id, id.alternativeName), field(tag.octets, names)),
      ),
    ),
  )
  const signature = sign('sha256', content, issuerKey)
  const whole = field(tag.sequence, content, algorithm, field(tag.bits, [0], signature))
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

const name = (text: string): Buffer =>
  field(tag.sequence, field(tag.set, field(tag.sequence, field(tag.id, id.commonName), field(tag.text, Buffer.from(text)))))
const time = (text: string): Buffer => field(tag.time, Buffer.from(text))

/** Tag, length, content. */
function field(kind: number, ...parts: (Buffer | readonly number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([kind, ...size]), content])
}
