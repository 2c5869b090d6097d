/** Joining by an invitation. Opening the link changes nothing, however often and by whomever it is opened. */
import { type Context, Hono } from 'hono'
import { ownPostsOnly } from '../console/console-gate.tsx'
import { consolePaths } from '../console/console-paths.ts'
import type { AccountHome, NotJoined } from './account-home.ts'
import { accountPaths } from './account-paths.ts'
import { type AccountData, answer, callerOf, fieldsOf, goOn, smallBody, withAccounts } from './answer.tsx'
import { InviteCodePage, InviteOverPage, InvitePage, SecondStepPage } from './invite-pages.tsx'

/** The routes of an invitation. Mounted before the console. */
export function inviteRoutes(home: AccountHome): Hono {
  const app = new Hono()
  const { invitePattern, inviteCodePattern, inviteJoinPattern } = accountPaths
  app.get(invitePattern, (c) => withAccounts(home, c, (data) => invitePage(home, c, data)))
  const post = (path: string, work: Work) =>
    app.post(path, ownPostsOnly(home), smallBody(home), (c) => withAccounts(home, c, (data) => work(home, c, data)))
  post(invitePattern, setPassword)
  // Somebody who goes back to it, or reloads it, starts from the link again.
  app.get(inviteCodePattern, (c) => goOn(c, accountPaths.invite(tokenOf(c))))
  post(inviteCodePattern, confirm)
  post(inviteJoinPattern, join)
  return app
}

type Work = (home: AccountHome, c: Context, data: AccountData) => Promise<Response>

const tokenOf = (c: Context) => c.req.param('token') ?? ''

const words: Readonly<Record<NotJoined, string>> = {
  short: 'Choose a password of 12 characters or more.',
  guessed: 'This password would be guessed soon. Four words in a row that do not belong together are safer.',
  long: 'Choose a password of 128 characters or fewer.',
  wrong: 'This code is not right. Wait for the next one, and type that.',
  'start-again':
    'That took too long, was done elsewhere, or too many codes were wrong. Open the link in your email again.',
  'too-many': 'There were too many tries. Wait a quarter of an hour, then open the link again.',
  'sign-in-first': 'This address has a sign-in already. Sign in first, then open the link again.',
  over: '',
  used: '',
}

async function invitePage(home: AccountHome, c: Context, { invitations }: AccountData, failed?: NotJoined) {
  const opened = await invitations.look(c.req.raw, tokenOf(c))
  if (!opened.ok) return answer(c, <InviteOverPage home={home} used={opened.why === 'used'} />, 404)
  const problems = failed ? [{ field: 'password', text: words[failed] }] : []
  const page = { home, token: tokenOf(c), invitation: opened.invitation, problems }
  return answer(c, <InvitePage {...page} />, failed ? 422 : 200)
}

async function setPassword(home: AccountHome, c: Context, data: AccountData) {
  const field = await fieldsOf(c)
  const done = await data.invitations.setPassword(callerOf(home, c), tokenOf(c), field('password'))
  if (!done.ok) return invitePage(home, c, data, done.why)
  for (const cookie of done.cookies) c.header('Set-Cookie', cookie, { append: true })
  // Shown in the answer itself: the key is kept nowhere that a page could read it from again.
  return answer(c, <SecondStepPage home={home} token={tokenOf(c)} step={done} />)
}

async function confirm(home: AccountHome, c: Context, data: AccountData) {
  const field = await fieldsOf(c)
  const done = await data.invitations.confirm(callerOf(home, c), tokenOf(c), field('code'))
  if (done.ok) return goOn(c, consolePaths.today, done.cookies)
  if (done.why === 'over' || done.why === 'used') return invitePage(home, c, data)
  const problems = [{ field: 'code', text: words[done.why] }]
  return answer(c, <InviteCodePage home={home} token={tokenOf(c)} problems={problems} />, 422)
}

async function join(_home: AccountHome, c: Context, { invitations }: AccountData) {
  const joined = await invitations.join(c.req.raw, tokenOf(c))
  return goOn(c, joined ? consolePaths.whichClinic : accountPaths.invite(tokenOf(c)))
}
