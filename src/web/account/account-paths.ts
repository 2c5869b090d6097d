/** Every address of signing in. Links come from here. None carries a name, an address of mail, or anything of health. */
import { consolePaths } from '../console/console-paths.ts'

const { signIn, whichClinic, unlock, lock, signOut } = consolePaths

/** Those below the sign-in page are doors too (console-paths.ts), so that the gate lets them through. */
export const accountPaths = {
  signIn,
  unlock,
  lock,
  signOut,
  code: `${signIn}/code`,
  passkey: `${signIn}/passkey`,
  askPasskey: `${signIn}/passkey/ask`,
  whichClinic,
  lookRound: `${signIn}/look-round`,
  invite: (token: string) => `/console/invite/${token}`,
  invitePattern: '/console/invite/:token',
  inviteCode: (token: string) => `/console/invite/${token}/code`,
  inviteCodePattern: '/console/invite/:token/code',
  inviteJoin: (token: string) => `/console/invite/${token}/join`,
  inviteJoinPattern: '/console/invite/:token/join',
} as const
