/**
 * Better Auth as we use it: as functions, never as routes of its own. What people open are our pages (web/account), so that no
 * address of the library's can be followed by a mail scanner, and each of our posts is checked and counted by us.
 */
import { hkdfSync } from 'node:crypto'
import { APIError, betterAuth, type BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins'
import { z } from 'zod'
import type { AccountDatabase } from '../../clinic/db/connection.ts'
import { passwordLengths } from './password-lengths.ts'

/** A session of somebody who asked to be remembered ends after so many seconds. */
const sessionSeconds = 30 * 86_400

/**
 * Opens a session for somebody who has proved who they are in a way that the library does not know: a code from a
 * mail, a figure of the demonstration. Callable from the server only.
 */
const ourOwnDoor = {
  id: 'our-own-door',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.uuid(), remember: z.boolean() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(ctx.body.userId)
        if (!user) throw new APIError('UNAUTHORIZED')
        const session = await internalAdapter.createSession(user.id, !ctx.body.remember)
        await setSessionCookie(ctx, { session, user }, !ctx.body.remember)
        return ctx.json({ token: session.token })
      },
    ),
  },
} satisfies BetterAuthPlugin

/**
 * @param secret the installation's; the library gets one of its own, worked out from it
 * @param origin where people reach this installation; decides whether cookies are for encrypted connections only
 */
export function createAuth(db: AccountDatabase, secret: Uint8Array, origin: string) {
  return betterAuth({
    appName: 'Unclench',
    baseURL: origin,
    secret: Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'accounts', 32)).toString('base64url'),
    database: { db, type: 'postgres', transaction: true },
    logger: { disabled: true },
    telemetry: { enabled: false },
    user: { modelName: 'users' },
    account: { modelName: 'credentials' },
    // No cookie answers for the database: a session that is ended has ended at the next request.
    session: {
      modelName: 'sessions',
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.shortest,
      maxPasswordLength: passwordLengths.longest,
    },
    plugins: [
      twoFactor({
        issuer: 'Unclench',
        schema: { twoFactor: { modelName: 'twoFactors' } },
        // Ten wrong codes in a row close the second step for a quarter of an hour, not for ever.
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 15 * 60 },
      }),
      ourOwnDoor,
    ],
    advanced: {
      cookiePrefix: 'unclench',
      useSecureCookies: origin.startsWith('https://'),
      database: { generateId: 'uuid' },
      // Addresses of callers are counted as keyed hashes by us, and kept nowhere.
      ipAddress: { disableIpTracking: true },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
