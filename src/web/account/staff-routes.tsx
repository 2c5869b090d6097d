/** Where staff sign in, lock, choose their clinic and sign out. Looking changes nothing: only a pressed button does. */
import { type Context, Hono } from 'hono'
import { isDemonstration } from '../../clinic/directory/read-profiles.ts'
import { demoTeams } from '../../clinic/people/demo-members.ts'
import { ownPostsOnly } from '../console/console-gate.tsx'
import { doorTo, thenPath } from '../console/console-paths.ts'
import { answerAsk } from '../console/passkeys/passkey-works.ts'
import type { Problem } from '../ui/error-summary.tsx'
import type { AccountHome, NotLetIn } from './account-home.ts'
import { accountPaths } from './account-paths.ts'
import { type AccountData, answer, callerOf, fieldsOf, goOn, smallBody, withAccounts } from './answer.tsx'
import { passkeyWords } from './passkey-words.ts'
import { CodePage, SignInPage, staffOtherWay, WhichClinicPage } from './staff-pages.tsx'

/** The routes of signing in. Mounted before the console, which asks who has. */
export function staffRoutes(home: AccountHome): Hono {
  const app = new Hono()
  const { signIn, unlock, code, signOut, lock, whichClinic, lookRound } = accountPaths
  const get = (path: string, work: Work) => app.get(path, (c) => withAccounts(home, c, (data) => work(home, c, data)))
  const post = (path: string, work: Work) =>
    app.post(path, ownPostsOnly(home), smallBody(home), (c) => withAccounts(home, c, (data) => work(home, c, data)))
  get(signIn, (_, c, data) => signInPage(home, c, data))
  get(unlock, (_, c, data) => signInPage(home, c, data))
  post(signIn, givePassword)
  get(code, (_, c) => answer(c, <CodePage home={home} onward={thenPath(c.req.query('then') ?? '')} />))
  post(code, giveCode)
  post(accountPaths.askPasskey, async (_, c, { doors }) =>
    answerAsk(c, await doors.passkeys.askToSignIn(callerOf(home, c))),
  )
  post(accountPaths.passkey, usePasskey)
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
    readonly typed: string
    readonly onward: string
    readonly problems: readonly Problem[]
    readonly status: 422 | 429
  },
) {
  const teams = (await isDemonstration(app)) ? await demoTeams(app, directory) : []
  const { onward = thenPath(c.req.query('then') ?? ''), problems = [], typed = '', status = 200 } = failed ?? {}
  const locked = c.req.path === accountPaths.unlock
  const page = { home, onward, problems, typed, teams, locked, unsent: c.req.query('unsent') }
  return answer(c, <SignInPage {...page} />, status)
}

async function givePassword(home: AccountHome, c: Context, data: AccountData) {
  const field = await fieldsOf(c)
  const [typed, password, onward] = [field('email'), field('password'), thenPath(field('then'))]
  const fail = (problems: readonly Problem[], status: 422 | 429 = 422) =>
    signInPage(home, c, data, { typed, onward, problems, status })
  if (!typed.trim()) return fail([{ field: 'email', text: 'Enter your email address.' }])
  if (!password) return fail([{ field: 'password', text: 'Enter your password.' }])
  const outcome = await data.doors.givePassword(callerOf(home, c), typed, password)
  if (outcome.ok) return goOn(c, doorTo(accountPaths.code, onward), outcome.cookies)
  const words: Readonly<Record<NotLetIn, string>> = {
    wrong: 'The address or the password is not right. Look at both again.',
    'start-again': 'The address or the password is not right. Look at both again.',
    'too-many': locksOutWords,
    'no-second-step': 'Your account is not finished yet. Open the link in your invitation and set up the second step.',
  }
  return fail([{ field: 'email', text: words[outcome.why] }], outcome.why === 'too-many' ? 429 : 422)
}

async function giveCode(home: AccountHome, c: Context, { doors }: AccountData) {
  const field = await fieldsOf(c)
  const onward = thenPath(field('then'))
  const outcome = field('code').trim() ? await doors.giveCode(callerOf(home, c), field('code')) : undefined
  if (outcome?.ok) return goOn(c, onward, outcome.cookies)
  const words: Readonly<Record<NotLetIn, string>> = {
    wrong: 'This code is not right. Wait for the next one, and type that.',
    'start-again': 'This code cannot be used. Press “Start again”, and then use a new code.',
    'too-many': locksOutWords,
    'no-second-step': 'Press “Start again”.',
  }
  const text = outcome ? words[outcome.why] : 'Enter the code.'
  const page = <CodePage home={home} onward={onward} problems={[{ field: 'code', text }]} />
  return answer(c, page, outcome?.why === 'too-many' ? 429 : 422)
}

async function usePasskey(home: AccountHome, c: Context, data: AccountData) {
  const field = await fieldsOf(c)
  const onward = thenPath(field('then'))
  const outcome = await data.doors.passkeys.signIn(callerOf(home, c), field('passkey'))
  if (outcome.ok) return goOn(c, onward, outcome.cookies)
  const problems = [{ field: 'passkey', text: passkeyWords(outcome.why, staffOtherWay) }]
  return signInPage(home, c, data, { typed: '', onward, problems, status: 422 })
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

async function lookRoundAs(home: AccountHome, c: Context, { doors }: AccountData) {
  const field = await fieldsOf(c)
  const outcome = await doors.lookRoundAs(callerOf(home, c), field('clinic'), field('member'))
  return outcome.ok ? goOn(c, thenPath(field('then')), outcome.cookies) : goOn(c, accountPaths.signIn)
}
