/**
 * Before the tests with a database: what is kept of a password costs a hundredth of what it does in the product, which spends a
 * twentieth of a second of the processor's on each so that nobody can guess many. What it costs there is held by
 * src/server/accounts/password-cost.test.ts, which this does not touch.
 */
import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const real = crypto.scrypt

type Scrypt = (
  ...asked: [BinaryLike, BinaryLike, number, ScryptOptions, (error: Error | null, key: Buffer) => void]
) => void
/** Cheaper by its memory and rounds alone: what goes in, and what comes out, has the form it always has. */
const cheap: Scrypt = (password, salt, length, options, done) =>
  real(password, salt, length, { ...options, N: 128 }, done)
Object.assign(crypto, { scrypt: cheap })
syncBuiltinESMExports()
