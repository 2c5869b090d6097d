/** Every address of a person's own account. None carries a name, an address of mail, or anything of health. */

export const personPaths = {
  account: '/account',
  signIn: '/account/sign-in',
  sent: '/account/sign-in/sent',
  /** The same, where the mail server did not say whether it took the mail. */
  perhapsSent: '/account/sign-in/sent?perhaps=yes',
  passkey: '/account/sign-in/passkey',
  askPasskey: '/account/sign-in/passkey/ask',
  passkeys: '/account/passkeys',
  link: (token: string) => `/account/sign-in/link/${token}`,
  linkPattern: '/account/sign-in/link/:token',
  signOut: '/account/sign-out',
  endSession: '/account/end-session',
  download: '/account/download',
  delete: '/account/delete',
} as const
