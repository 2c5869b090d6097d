/**
 * What a browser says of a passkey, read and checked (WebAuthn level 3, §7). Whether it was asked for, whose it is and what it
 * may open is not decided here. The library is loaded when a passkey first comes: most starts need none.
 */
import { z } from 'zod'

/** Where a passkey must have been used: the name that it is bound to, and the whole origin of our page. */
export interface Site {
  readonly rpId: string
  readonly origin: string
}

/** @param publicUrl where people reach this installation */
export function siteOf(publicUrl: string): Site {
  const { hostname, origin } = new URL(publicUrl)
  return { rpId: hostname, origin }
}

/** Signatures that are taken (COSE): ES256, EdDSA, RS256. */
export const algorithms = [-7, -8, -257] as const

const base64url = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most)
const said = { id: base64url(1400), rawId: base64url(1400), type: z.literal('public-key') }
const added = z.object({
  ...said,
  response: z.object({ clientDataJSON: base64url(4000), attestationObject: base64url(12_000) }),
})
const shown = z.object({
  ...said,
  response: z.object({
    clientDataJSON: base64url(4000),
    authenticatorData: base64url(4000),
    signature: base64url(2000),
    // Says whose it is. An authenticator that was given no list of keys always sends it.
    userHandle: base64url(100),
  }),
})
/** A page of another site may hold ours in a frame only in old browsers; then no passkey is taken. */
const clientData = z.object({
  challenge: base64url(100),
  crossOrigin: z.literal(false).optional(),
  topOrigin: z.undefined().optional(),
})

/** A new passkey, as the browser says it, and what it was asked to sign. */
export type SaidNew = z.infer<typeof added> & { readonly challenge: string }
/** A passkey that was used, as the browser says it, and what it was asked to sign. */
export type SaidUsed = z.infer<typeof shown> & { readonly challenge: string }

/** @returns `undefined` for what no page of ours sends */
export function readNew(text: string): SaidNew | undefined {
  const read = added.safeParse(jsonOf(text))
  if (!read.success) return undefined
  const challenge = challengeIn(read.data.response.clientDataJSON)
  return challenge === undefined ? undefined : { ...read.data, challenge }
}

/** @returns `undefined` for what no page of ours sends */
export function readUsed(text: string): SaidUsed | undefined {
  const read = shown.safeParse(jsonOf(text))
  if (!read.success) return undefined
  const challenge = challengeIn(read.data.response.clientDataJSON)
  return challenge === undefined ? undefined : { ...read.data, challenge }
}

const challengeIn = (clientDataJSON: string) =>
  clientData.safeParse(jsonOf(Buffer.from(clientDataJSON, 'base64url').toString('utf8'))).data?.challenge

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is kept of a new passkey. */
export interface CheckedNew {
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly mayBeCopied: boolean
  readonly wasCopied: boolean
}

/** @returns `undefined` where it does not hold: other site, nobody verified, no key of ours */
export async function checkNew(site: Site, response: SaidNew): Promise<CheckedNew | undefined> {
  const [{ verifyRegistrationResponse }, { decodeAttestationObject }] = await Promise.all([
    import('@simplewebauthn/server'),
    import('@simplewebauthn/server/helpers'),
  ])
  try {
    const object = decodeAttestationObject(bytesOf(response.response.attestationObject))
    // We ask for no statement of the maker. One with certificates is not looked at: to check it, addresses that stand in it
    // would be fetched, and anybody may have written them.
    const [fmt, statement] = [object.get('fmt'), object.get('attStmt')]
    if (fmt !== 'none' && !(fmt === 'packed' && statement.get('x5c') === undefined)) return undefined
    const checked = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: response.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...algorithms],
    })
    if (!checked.verified) return undefined
    const { credential, credentialDeviceType, credentialBackedUp } = checked.registrationInfo
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      mayBeCopied: credentialDeviceType === 'multiDevice',
      wasCopied: credentialBackedUp,
    }
  } catch {
    // The library throws for all that does not hold, and for bytes that it cannot read.
    return undefined
  }
}

/** What a use says of the passkey now. */
export interface CheckedUse {
  readonly counter: number
  readonly mayBeCopied: boolean
  readonly wasCopied: boolean
}

/**
 * @param publicKey as it was kept
 * @returns `undefined` where it does not hold: other site, nobody verified, another key's signature. The counter is not judged.
 */
export async function checkUse(site: Site, response: SaidUsed, publicKey: Uint8Array): Promise<CheckedUse | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: response.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      requireUserVerification: true,
      // The library would refuse what copies do, so it is told of no earlier count; passkey-doors.ts judges it.
      credential: { id: response.id, publicKey: Uint8Array.from(publicKey), counter: 0 },
    })
    if (!verified) return undefined
    const { newCounter, credentialDeviceType, credentialBackedUp } = authenticationInfo
    return { counter: newCounter, mayBeCopied: credentialDeviceType === 'multiDevice', wasCopied: credentialBackedUp }
  } catch {
    return undefined
  }
}

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))
