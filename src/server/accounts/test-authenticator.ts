/**
 * For tests: an authenticator in software, made from the specification (WebAuthn level 3, §6.1, §6.5.4) and not from the library
 * that checks it. One ES256 key, no statement of a maker.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What an answer is made with; each may be wrong on purpose. */
export interface Deed {
  readonly origin: string
  readonly rpId: string
  readonly verified: boolean
  readonly counter: number
  /** May be copied, and has been. */
  readonly eligible: boolean
  readonly copied: boolean
  readonly handle?: string
  readonly clientData?: Readonly<Record<string, unknown>>
}

const honest: Deed = {
  origin: 'http://localhost:4300',
  rpId: 'localhost',
  verified: true,
  counter: 0,
  eligible: true,
  copied: true,
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()

/** CBOR (RFC 8949) of lengths below 2^16. */
const head = (kind: number, size: number) =>
  size < 24
    ? Buffer.from([(kind << 5) | size])
    : size < 256
      ? Buffer.from([(kind << 5) | 24, size])
      : Buffer.from([(kind << 5) | 25, size >> 8, size & 255])
const cborText = (words: string) => Buffer.concat([head(3, words.length), Buffer.from(words)])
const cborBytes = (bytes: Uint8Array) => Buffer.concat([head(2, bytes.length), bytes])
const cborInt = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))

/** A key that lives nowhere but here. @param usual what each answer is made with, unless it is told otherwise */
export function makeAuthenticator(usual: Partial<Deed> = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const cose = Buffer.concat([
    head(5, 5),
    ...[cborInt(1), cborInt(2), cborInt(3), cborInt(-7), cborInt(-1), cborInt(1)],
    ...[cborInt(-2), cborBytes(Buffer.from(x, 'base64url')), cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ])
  let handle = ''

  const dataOf = ({ rpId, verified, counter, eligible, copied }: Deed, more = Buffer.alloc(0)) => {
    const flags = 1 | (verified ? 4 : 0) | (eligible ? 8 : 0) | (copied ? 16 : 0) | (more.length > 0 ? 64 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more])
  }
  const clientOf = (type: string, challenge: string, { origin, clientData = {} }: Deed) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...clientData }))
  const said = (response: Readonly<Record<string, string>>) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: 'public-key', response })

  return {
    id: text(id),
    /** What a browser says of a new key. */
    make(options: { readonly challenge: string; readonly user: { readonly id: string } }, wrong: Partial<Deed> = {}) {
      const deed = { ...honest, ...usual, ...wrong }
      handle = options.user.id
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const object = Buffer.concat([
        head(5, 3),
        ...[cborText('fmt'), cborText('none'), cborText('attStmt'), head(5, 0)],
        ...[cborText('authData'), cborBytes(dataOf(deed, credential))],
      ])
      const client = clientOf('webauthn.create', options.challenge, deed)
      return said({ clientDataJSON: text(client), attestationObject: text(object) })
    },
    /** What a browser says where it is used. */
    use({ challenge }: { readonly challenge: string }, wrong: Partial<Deed> = {}) {
      const deed = { ...honest, ...usual, ...wrong }
      const data = dataOf(deed)
      const client = clientOf('webauthn.get', challenge, deed)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return said({
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
        userHandle: deed.handle ?? handle,
      })
    },
  }
}
