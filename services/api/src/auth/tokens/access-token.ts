import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { join } from 'node:path'
import { uuidReference } from '@portofino/contract'
import { concealSecret } from '@portofino/telemetry'
import { SignJWT, jwtVerify } from 'jose'
import type { JWTPayload } from 'jose'
import { rotatingKeys } from './rotating-keys.ts'
import { verifiedTokens } from './verified-tokens.ts'

export interface AccessTokenOptions {
  dataDirectory: string
  /** Asked at each use: the port may be known late. */
  issuer: () => string
}

export interface AccessClaims {
  userId: number
  sessionId: string
}

export interface AccessTokens {
  issue: (claims: AccessClaims, now: Date) => Promise<string>
  /** Null for whatever is not a token that this server signed for this purpose and that is in force. */
  verify: (token: string, now: Date) => Promise<AccessClaims | null>
}

interface SigningKey {
  id: string
  privateKey: KeyObject
  publicKey: KeyObject
}

export const accessTokenSeconds = 600
const toleranceSeconds = 5
const audience = 'portofino'
const tokenKind = 'at+jwt'
const algorithm = 'EdDSA'
const longestToken = 2048
const mostRemembered = 5000
/** Three parts of base64url; the last is 64 bytes, whose one canonical spelling has no bits to spare. */
const tokenForm = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/

/**
 * JSON Web Tokens signed with Ed25519. Algorithm, type and keys are fixed here; nothing that a token says about itself chooses them.
 *
 * Source: RFC 9068 for the form, RFC 8725 for what to check.
 */
export function accessTokens({ dataDirectory, issuer }: AccessTokenOptions): AccessTokens {
  const keys = rotatingKeys({ folder: join(dataDirectory, 'keys'), name: 'access', generate: newKey, read: signingKey })
  const verified = verifiedTokens<AccessClaims>(mostRemembered)
  return {
    async issue({ userId, sessionId }, now) {
      const key = await keys.current(now)
      const seconds = Math.floor(now.getTime() / 1000)
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: algorithm, typ: tokenKind, kid: key.id })
        .setIssuer(issuer())
        .setAudience(audience)
        .setSubject(String(userId))
        .setJti(randomUUID())
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + accessTokenSeconds)
        .sign(key.privateKey)
    },

    async verify(token, now) {
      if (token.length > longestToken || !tokenForm.test(token)) return null
      const known = verified.find(token, now)
      if (known !== null) return known
      const payload = await signedPayload(token, { keys: await keys.valid(now), issuer: issuer(), now })
      const claims = payload === null ? null : accessClaims(payload)
      if (claims !== null) verified.add(token, { claims, until: new Date((payload?.exp ?? 0) * 1000) })
      return claims
    },
  }
}

interface Circumstances {
  keys: readonly SigningKey[]
  issuer: string
  now: Date
}

async function signedPayload(token: string, { keys, issuer, now }: Circumstances): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyNamed(kid, keys), {
      algorithms: [algorithm],
      typ: tokenKind,
      issuer,
      audience,
      clockTolerance: toleranceSeconds,
      maxTokenAge: accessTokenSeconds,
      requiredClaims: ['sub', 'sid', 'jti', 'nbf', 'exp'],
      currentDate: now,
    })
    return payload
  } catch {
    return null
  }
}

function keyNamed(id: string | undefined, valid: readonly SigningKey[]): KeyObject {
  const key = valid.find((each) => each.id === id)
  if (key === undefined) throw new Error('Cannot verify: no such key')
  return key.publicKey
}

/** Signed claims of ours have these forms; anything else was signed for another purpose. */
function accessClaims({ sub, sid, jti, aud }: JWTPayload): AccessClaims | null {
  if (aud !== audience || typeof jti !== 'string' || typeof sid !== 'string' || uuidReference(sid) !== sid) return null
  if (typeof sub !== 'string' || !/^[1-9]\d{0,9}$/.test(sub) || Number(sub) > 0x7fff_ffff) return null
  return { userId: Number(sub), sessionId: sid }
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function signingKey(pem: Buffer): SigningKey {
  const privateKey = createPrivateKey(pem)
  const publicKey = createPublicKey(privateKey)
  concealSecret(Buffer.from(privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'))
  const id = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 22)
  return { id, privateKey, publicKey }
}
