/** A person's account. Looking changes nothing and uses nothing up; each change is a posted form from a page of ours. */
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { addressFaultWords, parseAddress } from '../../clinic/people/email-address.ts'
import { ownPostsOnly } from '../console/console-gate.tsx'
import { isDatabaseAway } from '../find/database-away.ts'
import {
  addPasskey,
  answerAsk,
  askForNew,
  type PasskeyPage,
  removePasskey,
  renamePasskey,
  showPasskeys,
} from '../console/passkeys/passkey-works.ts'
import { answer, fieldsOf, goOn, smallBody } from './answer.tsx'
import { passkeyWords } from './passkey-words.ts'
import { type Heard, heardTwice, pressedBy } from './heard-twice.ts'
import type { OwnAccount, PersonDoors, PersonPagesHome } from './person-home.ts'
import { personPaths } from './person-paths.ts'
import {
  AccountAwayPage,
  AskPage,
  DeletedPage,
  DeletePage,
  LinkPage,
  OverPage,
  OwnAccountPage,
  personOtherWay,
  personPasskeyPaths,
  PersonPasskeysPage,
  SentPage,
} from './person-pages.tsx'

interface Asked {
  readonly home: PersonPagesHome
  readonly c: Context
  readonly doors: PersonDoors
  /** One press counts once. */
  readonly heard: Heard
}
type Work = (asked: Asked) => Response | Promise<Response>

/** The routes under /account. */
export function personRoutes(home: PersonPagesHome): Hono {
  const app = new Hono()
  const heard = heardTwice()
  const run = (work: Work) => (c: Context) => withDoors({ home, c, heard }, work)
  const post = (path: string, work: Work) => app.post(path, ownPostsOnly(home), smallBody(home), run(work))
  const { account, signIn, sent, linkPattern, signOut, endSession, download } = personPaths
  app.get(
    signIn,
    run(({ c }) => answer(c, <AskPage home={home} />)),
  )
  post(signIn, ask)
  app.get(
    sent,
    run(({ c }) => answer(c, <SentPage home={home} inDoubt={c.req.query('perhaps') !== undefined} />)),
  )
  post(sent, finishByCode)
  app.get(linkPattern, run(linkPage))
  post(linkPattern, finishByLink)
  app.get(account, run(own(({ home: house, account: mine }) => <OwnAccountPage home={house} account={mine} />)))
  app.get(personPaths.delete, run(own(({ home: house, account: mine }) => <DeletePage home={house} account={mine} />)))
  app.get(download, run(downloadAccount))
  post(signOut, async ({ c, doors }) => goOn(c, signIn, await doors.signOut(c.req.raw)))
  post(endSession, async ({ c, doors }) => {
    await doors.endSession(c.req.raw, (await fieldsOf(c))('session'))
    return goOn(c, account)
  })
  post(personPaths.delete, deleteAccount)
  post(personPaths.askPasskey, async (asked) =>
    answerAsk(asked.c, await asked.doors.passkeys.askToSignIn(callerOf(asked))),
  )
  post(personPaths.passkey, finishByPasskey)
  const page = passkeyPage(home)
  const { list, rename, remove } = personPasskeyPaths
  app.get(
    list,
    run(({ c, doors }) => showPasskeys(page, c, doors.passkeys)),
  )
  post(list, ({ c, doors }) => addPasskey(page, c, doors.passkeys))
  post(`${list}/ask`, ({ c, doors }) => askForNew(page, c, doors.passkeys))
  post(rename, ({ c, doors }) => renamePasskey(page, c, doors.passkeys))
  post(remove, ({ c, doors }) => removePasskey(page, c, doors.passkeys))
  return app
}

async function withDoors(asked: Omit<Asked, 'doors'>, work: Work): Promise<Response> {
  const { home, c } = asked
  const doors = home.persons()
  const away = () => answer(c, <AccountAwayPage home={home} />, 503)
  if (!doors) return away()
  try {
    return await work({ ...asked, doors })
  } catch (error) {
    if (isDatabaseAway(error)) return away()
    throw error
  }
}

/** A page of whoever is signed in; anybody else is asked to sign in. */
const own =
  (page: (shown: { readonly home: PersonPagesHome; readonly account: OwnAccount }) => VNode): Work =>
  async ({ home, c, doors }) => {
    const account = await doors.account(c.req.raw)
    return account ? answer(c, page({ home, account })) : goOn(c, personPaths.signIn)
  }

const callerOf = ({ home, c }: Asked) => ({ request: c.req.raw, address: home.addressOf(c) })

async function ask(asked: Asked) {
  const { home, c, doors, heard } = asked
  const field = await fieldsOf(c)
  const typed = field('email')
  const fail = (text: string, status: 422 | 429 | 503) =>
    answer(c, <AskPage home={home} typed={typed} problems={[{ field: 'email', text }]} />, status)
  const parsed = parseAddress(typed)
  if (!parsed.ok) return fail(addressFaultWords[parsed.why], 422)
  const { address } = parsed
  const outcome = await heard(pressedBy(c, field('press')), ['ask', address], () => doors.ask(callerOf(asked), address))
  if (outcome.ok) return goOn(c, outcome.inDoubt ? personPaths.perhapsSent : personPaths.sent, outcome.cookies)
  if (outcome.why === 'refused') return fail('The mail server takes no email for this address. Is it typed right?', 422)
  if (outcome.why === 'not-sent') return fail('The email could not be sent just now. Try again in a minute.', 503)
  return fail('Several emails went out already. Look in your junk mail, or try again in an hour.', 429)
}

const wrongCode = [{ field: 'code', text: 'This code is not the one in the newest email. Look again.' }]

async function finishByCode(asked: Asked) {
  const { home, c, doors, heard } = asked
  const field = await fieldsOf(c)
  const code = field('code')
  const outcome = await heard(pressedBy(c, field('press')), ['code', code], () =>
    doors.finishByCode(callerOf(asked), code),
  )
  if (outcome.ok) return goOn(c, personPaths.account, outcome.cookies)
  if (outcome.why === 'over') return answer(c, <OverPage home={home} />, 404)
  return answer(c, <SentPage home={home} problems={wrongCode} />, 422)
}

const passkeyPage = (home: PersonPagesHome): PasskeyPage => ({
  list: personPasskeyPaths.list,
  signIn: personPaths.signIn,
  draw: (c, shown, status) => answer(c, <PersonPasskeysPage home={home} {...shown} />, status),
})

async function finishByPasskey(asked: Asked) {
  const { home, c, doors, heard } = asked
  const field = await fieldsOf(c)
  const signIn = () => doors.passkeys.signIn(callerOf(asked), field('passkey'))
  const outcome = await heard(pressedBy(c, field('press')), ['passkey', field('passkey')], signIn)
  if (outcome.ok) return goOn(c, personPaths.account, outcome.cookies)
  const problems = [{ field: 'passkey', text: passkeyWords(outcome.why, personOtherWay) }]
  return answer(c, <AskPage home={home} problems={problems} />, 422)
}

const tokenOf = (c: Context) => c.req.param('token') ?? ''

/** The same page for every link that opens nothing here, used or never ours: looking tells nobody which. */
async function linkPage({ home, c, doors }: Asked) {
  if (!doors.isOurLink(tokenOf(c))) return answer(c, <OverPage home={home} />, 404)
  const isAsker = await doors.isAsker(c.req.raw, tokenOf(c))
  return answer(c, <LinkPage home={home} token={tokenOf(c)} isAsker={isAsker} />)
}

async function finishByLink(asked: Asked) {
  const { home, c, doors, heard } = asked
  const field = await fieldsOf(c)
  const [token, code] = [tokenOf(c), field('code')]
  const outcome = await heard(pressedBy(c, field('press')), ['link', token, code], () =>
    doors.finishByLink(callerOf(asked), token, code),
  )
  if (outcome.ok) return goOn(c, personPaths.account, outcome.cookies)
  if (outcome.why === 'over') return answer(c, <OverPage home={home} />, 404)
  return answer(c, <LinkPage home={home} token={token} isAsker={false} problems={wrongCode} />, 422)
}

/** The account as a file, for the person to keep or to take elsewhere. */
async function downloadAccount({ c, doors }: Asked) {
  const account = await doors.account(c.req.raw)
  if (!account) return goOn(c, personPaths.signIn)
  const moment = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()
  const { email, createdAt, sessions, passkeys, visits } = account
  c.header('Cache-Control', 'no-store')
  c.header('Content-Disposition', 'attachment; filename="my-account.json"')
  return c.json({
    email,
    createdAt: moment(createdAt),
    signedIn: sessions.map(({ browser, startedAt }) => ({ browser, since: moment(startedAt) })),
    passkeys: passkeys.map(({ name, addedAt, usedAt }) => ({
      name,
      added: moment(addedAt),
      ...(usedAt !== undefined && { lastUsed: moment(usedAt) }),
    })),
    visits: visits.map(({ clinicName, place, startsAt, endsAt, state }) => ({
      clinic: clinicName,
      place,
      startsAt: moment(startsAt),
      endsAt: moment(endsAt),
      state,
    })),
  })
}

async function deleteAccount({ home, c, doors }: Asked) {
  const account = await doors.account(c.req.raw)
  if (!account) return goOn(c, personPaths.signIn)
  if (!(await doors.deleteAccount(c.req.raw))) return goOn(c, personPaths.delete)
  for (const cookie of await doors.signOut(c.req.raw)) c.header('Set-Cookie', cookie, { append: true })
  // The list of what stays is shown once, in the answer itself: afterwards there is nobody to show it to.
  return answer(c, <DeletedPage home={home} visits={account.visits} />)
}
