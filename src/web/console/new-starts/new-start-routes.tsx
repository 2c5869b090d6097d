/**
 * Letting a colleague in again who has lost every way in: one asks, another agrees, each having just signed in. What may be done
 * is decided in clinic/people/new-starts.ts, and once more by the tables.
 */
import { type Context, Hono } from 'hono'
import { type ClinicTransaction, inClinic } from '../../../clinic/db/connection.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import {
  agreeToNewStart,
  askNewStart,
  type NewStartChange,
  readColleagues,
  readNewStarts,
  stopNewStart,
} from '../../../clinic/people/new-starts.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { readFields } from '../read-posted.ts'
import { NewStartPage } from './new-start-page.tsx'

/** The routes of new starts, for the console to mount behind its gate. */
export function newStartRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.newStarts, (c) => show(home, c))
  app.post(consolePaths.newStarts, (c) => change(home, c))
  return app
}

const inOwnClinic = <T,>(c: Context<ConsoleEnv>, work: (trx: ClinicTransaction) => Promise<T>) =>
  inClinic(c.get('data').app, c.get('member').clinicId, work)

const isFresh = async (home: ConsoleHome, c: Context<ConsoleEnv>) => (await home.hasJustSignedIn?.(c.req.raw)) ?? false

async function show(home: ConsoleHome, c: Context<ConsoleEnv>, problem?: Problem) {
  const member = c.get('member')
  const page = await inOwnClinic(c, async (trx) => ({
    newStarts: await readNewStarts(trx, member),
    colleagues: mayDo(member, 'let-in-again') ? await readColleagues(trx, member) : undefined,
  }))
  const fresh = await isFresh(home, c)
  return answer(
    c,
    <NewStartPage {...{ home, here: hereOf(c), fresh, ...page }} problems={problem ? [problem] : []} />,
    problem ? 422 : 200,
  )
}

const words: Readonly<Record<Extract<NewStartChange, { ok: false }>['why'], string>> = {
  'not-yours': 'Owners and managers alone can do this.',
  unknown: 'That is not open any more. Look at what stands now.',
  yourself: 'Nobody can do this for themselves. Ask two colleagues.',
  same: 'You cannot be both. Another owner or manager has to agree.',
  'too-few': 'It takes two other owners or managers, and there are not two. See below who can help.',
  'too-many': 'This was asked for three times today. Try again tomorrow.',
}

const notFresh = 'You signed in more than ten minutes ago. Sign in once more, then press again.'

async function change(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const member = c.get('member')
  const fields = await readFields(c)
  const what = fields.do
  const field = what === 'ask' ? 'member' : 'open'
  // To stop one is never held up: it takes nothing from anybody.
  if (what !== 'stop' && !(await isFresh(home, c))) return show(home, c, { field, text: notFresh })
  if (what === 'ask' && !fields.member) return show(home, c, { field, text: 'Choose who has lost every way in.' })
  const done = await inOwnClinic(c, (trx): Promise<NewStartChange> => {
    if (what === 'ask') return askNewStart(trx, member, fields.member ?? '')
    if (what === 'agree') return agreeToNewStart(trx, member, fields.id ?? '')
    if (what === 'stop') return stopNewStart(trx, member, fields.id ?? '')
    return Promise.resolve({ ok: false, why: 'unknown' })
  })
  return done.ok ? c.redirect(consolePaths.newStarts, 303) : show(home, c, { field, text: words[done.why] })
}
