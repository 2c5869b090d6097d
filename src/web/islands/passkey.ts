/**
 * Passkeys: asks our server what to sign, lets the browser have it signed, and sends the answer with the form. Without it the
 * page says how to go on; nothing here decides who comes in.
 */
interface Asked {
  readonly challenge: string
  readonly rpId?: string
  readonly rp?: PublicKeyCredentialRpEntity
  readonly user?: { readonly id: string; readonly name: string; readonly displayName: string }
  readonly pubKeyCredParams?: PublicKeyCredentialParameters[]
  readonly timeout: number
  readonly userVerification?: UserVerificationRequirement
  readonly excludeCredentials?: readonly { readonly type: 'public-key'; readonly id: string }[]
  readonly authenticatorSelection?: AuthenticatorSelectionCriteria
  readonly attestation?: AttestationConveyancePreference
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function base64urlOf(bytes: ArrayBuffer): string {
  const text = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Has the browser use a passkey or make one. @returns what it says, in JSON, or undefined for no passkey */
async function signed(asked: Asked): Promise<string | undefined> {
  const credential = asked.user ? await made(asked, asked.user) : await used(asked)
  if (!(credential instanceof PublicKeyCredential)) return undefined
  const { response, id, rawId, type } = credential
  const said: Record<string, string> = { clientDataJSON: base64urlOf(response.clientDataJSON) }
  if (response instanceof AuthenticatorAttestationResponse)
    said.attestationObject = base64urlOf(response.attestationObject)
  if (response instanceof AuthenticatorAssertionResponse) {
    said.authenticatorData = base64urlOf(response.authenticatorData)
    said.signature = base64urlOf(response.signature)
    if (response.userHandle) said.userHandle = base64urlOf(response.userHandle)
  }
  return JSON.stringify({ id, rawId: base64urlOf(rawId), type, response: said })
}

function used({ challenge, rpId, timeout, userVerification }: Asked) {
  const rest = { timeout, ...(rpId && { rpId }), ...(userVerification && { userVerification }) }
  return navigator.credentials.get({ publicKey: { ...rest, challenge: bytesOf(challenge) } })
}

function made(asked: Asked, user: NonNullable<Asked['user']>) {
  const { challenge, rp, pubKeyCredParams = [], timeout, excludeCredentials = [], authenticatorSelection } = asked
  return navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(challenge),
      rp: rp ?? { name: 'Unclench' },
      user: { ...user, id: bytesOf(user.id) },
      pubKeyCredParams,
      timeout,
      excludeCredentials: excludeCredentials.map(({ type, id }) => ({ type, id: bytesOf(id) })),
      ...(authenticatorSelection && { authenticatorSelection }),
      attestation: 'none',
    },
  })
}

/** Why it did not come to a passkey. The browser tells "closed" and "too late" by the same name. */
function wordsFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'InvalidStateError') return 'This device has a passkey for here already.'
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'That was closed, or took too long. Nothing has changed. Try again.'
  if (name === 'SecurityError') return 'Passkeys do not work at this web address.'
  if (name === 'NotSupportedError') return 'This device cannot make the kind of passkey that is needed.'
  return 'That did not work. Nothing has changed. Try again.'
}

/** @returns whether the form is on its way */
async function run(form: HTMLFormElement, said: HTMLElement): Promise<boolean> {
  const field = form.querySelector<HTMLInputElement>('input[name="passkey"]')
  const other = said.dataset.otherWay ?? ''
  said.textContent = 'Your browser will ask you now.'
  try {
    const answer = await fetch(form.dataset.ask ?? '', { method: 'POST', body: new URLSearchParams(textOf(form)) })
    const told: { readonly options?: Asked; readonly said?: string } = await answer.json()
    const response = told.options && (await signed(told.options))
    if (!field || !response) {
      said.textContent = told.said ?? `Your browser gave us no passkey. ${other}`
      return false
    }
    field.value = response
    form.submit()
    said.textContent = 'One moment.'
    return true
  } catch (error) {
    said.textContent =
      error instanceof TypeError || error instanceof SyntaxError
        ? 'We could not be reached. Try again in a minute.'
        : `${wordsFor(error)} ${other}`
    return false
  }
}

/** The fields but the passkey itself. */
const textOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== 'passkey' ? [[name, value]] : [],
  )

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const said = form.querySelector<HTMLElement>('[data-passkey-said]')
  const needs = form.querySelector<HTMLElement>('[data-passkey-needs]')
  const button = form.querySelector<HTMLButtonElement>('button')
  if (!said || !needs || !button || !('PublicKeyCredential' in window) || !('credentials' in navigator)) continue
  needs.hidden = false
  said.textContent = ''
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // A second press while the browser asks would put its question away, and while the form is sent ask anew.
    if (button.disabled) return
    button.disabled = true
    void run(form, said).then((isSent) => {
      button.disabled = isSent
    })
  })
  // Shown again, as behind Back: what was sent then is no more under way.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) button.disabled = false
  })
}
