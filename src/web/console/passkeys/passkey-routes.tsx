/** The page on which staff keep their own passkeys. Behind the gate, so only for whoever gave both steps. */
import { type Context, Hono } from 'hono'
import { ErrorSummary, tabTitle } from '../../ui/error-summary.tsx'
import { answer } from '../../find/booking/answer.tsx'
import { ConsolePage, hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { AwayPage } from '../message-pages.tsx'
import type { OwnPasskeys } from './own-passkeys.ts'
import { Passkeys } from './passkey-parts.tsx'
import { addPasskey, askForNew, type PasskeyPage, removePasskey, renamePasskey, showPasskeys } from './passkey-works.ts'

const list = consolePaths.passkeys
const paths = { list, rename: `${list}/rename`, remove: `${list}/delete` }

/** The routes of one's own passkeys, for the console to mount behind its gate. */
export function passkeyRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  type Work = (page: PasskeyPage, c: Context, doors: OwnPasskeys) => Promise<Response>
  const run = (work: Work) => (c: Context<ConsoleEnv>) => {
    const doors = home.passkeys?.()
    return doors ? work(pageOf(home, c), c, doors) : answer(c, <AwayPage home={home} path={list} />, 503)
  }
  app.get(list, run(showPasskeys))
  app.post(list, run(addPasskey))
  app.post(`${list}/ask`, run(askForNew))
  app.post(paths.rename, run(renamePasskey))
  app.post(paths.remove, run(removePasskey))
  return app
}

const pageOf = (home: ConsoleHome, c: Context<ConsoleEnv>): PasskeyPage => ({
  list,
  signIn: consolePaths.signIn,
  draw: (_c, { passkeys, problems }, status) =>
    answer(
      c,
      <ConsolePage
        home={home}
        here={{ ...hereOf(c), path: list }}
        title={tabTitle('Your passkeys', problems)}
        islands={['passkey']}
      >
        <ErrorSummary problems={problems} />
        <h1 tabindex={-1} data-focus>
          Your passkeys
        </h1>
        <p>A passkey signs you in with one press: no password and no code. It stands for both.</p>
        <p>Add one only on a device that nobody else can unlock.</p>
        <Passkeys
          {...{ passkeys, problems, paths }}
          now={home.now()}
          otherWay="Sign in with your password and a code, as before."
        />
      </ConsolePage>,
      status,
    ),
})
