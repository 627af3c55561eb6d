import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

export interface Signed {
  header: Record<string, unknown>
  claims: Record<string, unknown>
}

/** What a good token of the server looks like, and the key that signs such. */
export interface Original extends Signed {
  token: string
  key: KeyObject
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs anything with an Ed25519 key, as nobody careful would. */
export function signed({ header, claims }: { header: unknown; claims: unknown }, key: KeyObject): string {
  const input = `${encoded(header)}.${encoded(claims)}`
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`
}

export function partsOf(token: string): Signed {
  const [header, claims] = token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()))
  return { header, claims }
}

/** Every way of lying in a token that the key of the server itself has signed: the claims and header are wrong, the signature right. */
export function wronglySigned(original: Original): Record<string, string> {
  return { ...wrongClaims(original), ...wrongHeaders(original) }
}

function wrongClaims({ header, claims, key }: Original): Record<string, string> {
  const second = Number(claims['iat'])
  const withClaims = (changes: object): string => signed({ header, claims: { ...claims, ...changes } }, key)
  const without = (name: string): string => withClaims({ [name]: undefined })
  return {
    'no iss': without('iss'),
    'no aud': without('aud'),
    'no sub': without('sub'),
    'no sid': without('sid'),
    'no jti': without('jti'),
    'no iat': without('iat'),
    'no nbf': without('nbf'),
    'no exp': without('exp'),
    'another issuer': withClaims({ iss: 'http://localhost:8001' }),
    'the issuer in a list': withClaims({ iss: [claims['iss']] }),
    'another audience': withClaims({ aud: 'somebody-else' }),
    'one audience more': withClaims({ aud: [claims['aud'], 'somebody-else'] }),
    expired: withClaims({ exp: second - 10 }),
    'exp as text': withClaims({ exp: String(second + 600) }),
    'not yet valid': withClaims({ nbf: second + 60 }),
    'issued in the future': withClaims({ iat: second + 60, nbf: second, exp: second + 600 }),
    'issued long ago, ends late': withClaims({ iat: second - 86_400, nbf: second - 86_400, exp: second + 600 }),
    'sub as number': withClaims({ sub: Number(claims['sub']) }),
    'sub of nobody': withClaims({ sub: '0' }),
    'sub negative': withClaims({ sub: '-1' }),
    'sub beyond the ids': withClaims({ sub: '9999999999' }),
    'sub with SQL': withClaims({ sub: "1' or '1'='1" }),
    'sub of another user': withClaims({ sub: String(Number(claims['sub']) + 1) }),
    'sub empty': withClaims({ sub: '' }),
    'sid of no session': withClaims({ sid: randomUUID() }),
    'sid no UUID': withClaims({ sid: 'x' }),
    'sid as list': withClaims({ sid: [claims['sid']] }),
    'sid in upper case': withClaims({ sid: String(claims['sid']).toUpperCase() }),
    'claims a list': signed({ header, claims: [claims] }, key),
    'claims null': signed({ header, claims: null }, key),
  }
}

function wrongHeaders({ header, claims, key }: Original): Record<string, string> {
  const withHeader = (changes: object): string => signed({ header: { ...header, ...changes }, claims }, key)
  return {
    'typ JWT': withHeader({ typ: 'JWT' }),
    'no typ': withHeader({ typ: undefined }),
    'typ of an ID token': withHeader({ typ: 'id+jwt' }),
    'typ of a logout token': withHeader({ typ: 'logout+jwt' }),
    'alg none, signed': withHeader({ alg: 'none' }),
    'alg HS256, signed by Ed25519': withHeader({ alg: 'HS256' }),
    'no alg': withHeader({ alg: undefined }),
    'alg in lower case': withHeader({ alg: 'eddsa' }),
    'unknown kid': withHeader({ kid: 'unknown' }),
    'no kid': withHeader({ kid: undefined }),
    'kid a path': withHeader({ kid: '../../keys/access' }),
    'kid as list': withHeader({ kid: [header['kid']] }),
    'critical extension': withHeader({ crit: ['exp'], exp: claims['exp'] }),
    'unencoded payload': withHeader({ b64: false, crit: ['b64'] }),
  }
}

/** Tokens that the server's key has not signed. */
export function signedByOthers({ header, claims, token, key }: Original): Record<string, string> {
  const stranger = generateKeyPairSync('ed25519').privateKey
  const jwk = createPublicKey(stranger).export({ format: 'jwk' })
  const [head = '', body = '', signature = ''] = token.split('.')
  const unsigned = (alg: unknown): string => `${encoded({ ...header, alg })}.${body}.`
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  const publicRaw = Buffer.from(String(createPublicKey(key).export({ format: 'jwk' })['x']), 'base64url')
  const byHmac = (secret: string | Buffer): string => {
    const input = `${encoded({ ...header, alg: 'HS256' })}.${body}`
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
  }
  const byRsa = (): string => {
    const input = `${encoded({ ...header, alg: 'RS256' })}.${body}`
    return `${input}.${sign('sha256', Buffer.from(input), generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey).toString('base64url')}`
  }
  const flipped = Buffer.from(signature, 'base64url')
  flipped[0]! ^= 1
  return {
    'another key, our kid': signed({ header, claims }, stranger),
    'key in jwk': signed({ header: { ...header, jwk }, claims }, stranger),
    'key at jku': signed({ header: { ...header, jku: 'http://127.0.0.1:9/keys' }, claims }, stranger),
    'key in x5c': signed({ header: { ...header, x5c: ['MIIB'], x5u: 'http://127.0.0.1:9/' }, claims }, stranger),
    'alg none': unsigned('none'),
    'alg None': unsigned('None'),
    'alg NONE': unsigned('NONE'),
    'alg empty': unsigned(''),
    'HMAC with the public PEM': byHmac(publicPem),
    'HMAC with the raw public key': byHmac(publicRaw),
    'HMAC with nothing': byHmac(''),
    RS256: byRsa(),
    'no signature': `${head}.${body}.`,
    'two parts': `${head}.${body}`,
    'four parts': `${token}.x`,
    'another signature': `${head}.${body}.${flipped.toString('base64url')}`,
    'other claims, same signature': `${head}.${encoded({ ...claims, sub: '2' })}.${signature}`,
    'other header, same signature': `${encoded({ ...header, x: 1 })}.${body}.${signature}`,
    'signature cut': token.slice(0, -10),
    padding: `${token}==`,
    'too long': `${token}${'A'.repeat(4000)}`,
    'no token': 'x',
    dots: '..',
  }
}
