/** Where staff sign in, lock, choose their clinic and sign out. Looking changes nothing: only a pressed button does. */
import { type Context, Hono } from 'hono'
import { isDemonstration } from '../../clinic/directory/read-profiles.ts'
import { demoTeams } from '../../clinic/people/demo-members.ts'
import { ownPostsOnly } from '../console/console-gate.tsx'
import { doorTo, thenPath } from '../console/console-paths.ts'
import { answerAsk } from '../console/passkeys/passkey-works.ts'
import type { Problem } from '../ui/error-summary.tsx'
import { typedForm } from '../find/typed-form.ts'
import type { AccountHome, Cookies, NotLetIn } from './account-home.ts'
import { accountPaths } from './account-paths.ts'
import { type AccountData, answer, callerOf, fieldsOf, goOn, smallBody, withAccounts } from './answer.tsx'
import { type Heard, heardTwice, pressedBy } from './heard-twice.ts'
import { keepForm, mostBytesWithKept, openKept, textFields } from './kept-form.ts'
import { KeptPage } from './kept-page.tsx'
import { passkeyWords } from './passkey-words.ts'
import { CodePage, SignInPage, staffOtherWay, WhichClinicPage } from './staff-pages.tsx'

/** The routes of signing in. Mounted before the console, which asks who has. */
export function staffRoutes(home: AccountHome): Hono {
  const app = new Hono()
  const { signIn, unlock, code, signOut, lock, whichClinic, lookRound } = accountPaths
  const get = (path: string, work: Work) => app.get(path, (c) => withAccounts(home, c, (data) => work(home, c, data)))
  const post = (path: string, work: Work) =>
    app.post(path, ownPostsOnly(home), smallBody(home, mostBytesWithKept), (c) =>
      withAccounts(home, c, (data) => work(home, c, data)),
    )
  get(signIn, (_, c, data) => signInPage(home, c, data))
  get(unlock, (_, c, data) => signInPage(home, c, data))
  post(unlock, keepTyped)
  post(signIn, givePassword)
  get(code, (_, c) => answer(c, <CodePage home={home} onward={thenPath(c.req.query('then') ?? '')} />))
  const heard = heardTwice()
  post(code, (at, c, data) => giveCode(at, c, data, heard))
  post(accountPaths.askPasskey, async (_, c, { doors }) =>
    answerAsk(c, await doors.passkeys.askToSignIn(callerOf(home, c))),
  )
  post(accountPaths.passkey, (at, c, data) => usePasskey(at, c, data, heard))
  post(signOut, async (_, c, { doors }) => goOn(c, signIn, await doors.signOut(c.req.raw)))
  post(lock, async (_, c, { doors }) => {
    const onward = thenPath((await fieldsOf(c))('then'))
    await doors.lock(c.req.raw)
    return goOn(c, doorTo(unlock, onward))
  })
  get(whichClinic, whichClinicPage)
  post(whichClinic, chooseClinic)
  post(lookRound, lookRoundAs)
  return app
}

type Work = (home: AccountHome, c: Context, data: AccountData) => Response | Promise<Response>

const locksOutWords =
  'There were too many tries. Wait a quarter of an hour, then try again. If it was not you, tell the owner of your clinic.'

async function signInPage(
  home: AccountHome,
  c: Context,
  { app, directory }: AccountData,
  failed?: {
    readonly typed?: string
    readonly onward: string
    readonly kept?: string | undefined
    readonly unsent?: string | undefined
    readonly problems?: readonly Problem[]
    readonly status?: 422 | 429
  },
) {
  const teams = (await isDemonstration(app)) ? await demoTeams(app, directory) : []
  const { onward = thenPath(c.req.query('then') ?? ''), kept, problems = [], typed = '', status = 200 } = failed ?? {}
  const locked = c.req.path === accountPaths.unlock || kept !== undefined
  const page = { home, onward, kept, problems, typed, teams, locked, unsent: failed?.unsent ?? c.req.query('unsent') }
  return answer(c, <SignInPage {...page} />, status)
}

/**
 * A form that was sent, or half filled in, when the screen had locked: the gate has the browser send it on here. What the door
 * says and carries is the same while it is gone through, also where somebody starts again.
 */
async function keepTyped(home: AccountHome, c: Context, data: AccountData) {
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const carried = form.get('kept')
  const to = c.req.query('to')
  if (to === undefined) {
    const then = form.get('then')
    const onward = thenPath(typeof then === 'string' ? then : '')
    return signInPage(home, c, data, { onward, kept: typeof carried === 'string' ? carried : undefined })
  }
  const onward = thenPath(c.req.query('then') ?? '')
  const was = c.req.query('typed') === 'yes' ? 'typed' : 'sent'
  const accountId = await data.doors.whoseSession(c.req.raw)
  const typed = { to, was, fields: textFields(form) } as const
  const kept = accountId === undefined ? undefined : keepForm(data.secret, accountId, typed, nowMs(home))
  return signInPage(home, c, data, { onward, kept, unsent: was === 'typed' ? 'typed' : 'yes' })
}

const nowMs = ({ now }: AccountHome) => now().epochMilliseconds

/** The door has opened: on to where they were, or to what was kept for them. */
function letIn(
  home: AccountHome,
  c: Context,
  { secret }: AccountData,
  { accountId, cookies, onward, kept }: Opened,
): Response | Promise<Response> {
  if (kept === '') return goOn(c, onward, cookies)
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
  const form = openKept(secret, accountId ?? '', kept, nowMs(home))
  return answer(c, <KeptPage {...{ home, onward }} kept={form} />)
}

interface Opened {
  readonly accountId?: string
  readonly cookies: Cookies
  readonly onward: string
  /** Empty for nothing. */
  readonly kept: string
}

async function givePassword(home: AccountHome, c: Context, data: AccountData) {
  const field = await fieldsOf(c)
  const [typed, password, onward] = [field('email'), field('password'), thenPath(field('then'))]
  const kept = field('kept') || undefined
  const fail = (problems: readonly Problem[], status: 422 | 429 = 422) =>
    signInPage(home, c, data, { typed, onward, kept, problems, status })
  if (!typed.trim()) return fail([{ field: 'email', text: 'Enter your email address.' }])
  if (!password) return fail([{ field: 'password', text: 'Enter your password.' }])
  const outcome = await data.doors.givePassword(callerOf(home, c), typed, password)
  if (outcome.ok) {
    if (kept === undefined) return goOn(c, doorTo(accountPaths.code, onward), outcome.cookies)
    for (const cookie of outcome.cookies) c.header('Set-Cookie', cookie, { append: true })
    return answer(c, <CodePage {...{ home, onward, kept }} />)
  }
  const words: Readonly<Record<NotLetIn, string>> = {
    wrong: 'The address or the password is not right. Look at both again.',
    'start-again': 'The address or the password is not right. Look at both again.',
    'too-many': locksOutWords,
    'no-second-step': 'Your account is not finished yet. Open the link in your invitation and set up the second step.',
  }
  return fail([{ field: 'email', text: words[outcome.why] }], outcome.why === 'too-many' ? 429 : 422)
}

async function giveCode(home: AccountHome, c: Context, data: AccountData, heard: Heard) {
  const field = await fieldsOf(c)
  const onward = thenPath(field('then'))
  const kept = field('kept')
  const code = field('code')
  const give = () => data.doors.giveCode(callerOf(home, c), code)
  const outcome = code.trim() ? await heard(pressedBy(c, field('press')), ['code', code], give) : undefined
  if (outcome?.ok) return letIn(home, c, data, { ...outcome, onward, kept })
  const words: Readonly<Record<NotLetIn, string>> = {
    wrong: 'This code is not right. Wait for the next one, and type that.',
    'start-again': 'This code cannot be used. Press “Start again”, and then use a new code.',
    'too-many': locksOutWords,
    'no-second-step': 'Press “Start again”.',
  }
  const text = outcome ? words[outcome.why] : 'Enter the code.'
  const page = <CodePage {...{ home, onward }} kept={kept || undefined} problems={[{ field: 'code', text }]} />
  return answer(c, page, outcome?.why === 'too-many' ? 429 : 422)
}

async function usePasskey(home: AccountHome, c: Context, data: AccountData, heard: Heard) {
  const field = await fieldsOf(c)
  const onward = thenPath(field('then'))
  const kept = field('kept')
  const signIn = () => data.doors.passkeys.signIn(callerOf(home, c), field('passkey'))
  const outcome = await heard(pressedBy(c, field('press')), ['passkey', field('passkey')], signIn)
  if (outcome.ok) return letIn(home, c, data, { ...outcome, onward, kept })
  const problems = [{ field: 'passkey', text: passkeyWords(outcome.why, staffOtherWay) }]
  return signInPage(home, c, data, { typed: '', onward, kept: kept || undefined, problems, status: 422 })
}

async function whichClinicPage(home: AccountHome, c: Context, { doors }: AccountData) {
  const clinics = await doors.ownClinics(c.req.raw)
  const onward = thenPath(c.req.query('then') ?? '')
  return answer(c, <WhichClinicPage home={home} onward={onward} clinics={clinics} />)
}

async function chooseClinic(_home: AccountHome, c: Context, { doors }: AccountData) {
  const field = await fieldsOf(c)
  const onward = thenPath(field('then'))
  const isOwn = await doors.chooseClinic(c.req.raw, field('clinic'))
  return goOn(c, isOwn ? onward : doorTo(accountPaths.whichClinic, onward))
}

async function lookRoundAs(home: AccountHome, c: Context, data: AccountData) {
  const field = await fieldsOf(c)
  const outcome = await data.doors.lookRoundAs(callerOf(home, c), field('clinic'), field('member'))
  if (!outcome.ok) return goOn(c, accountPaths.signIn)
  return letIn(home, c, data, { ...outcome, onward: thenPath(field('then')), kept: field('kept') })
}
