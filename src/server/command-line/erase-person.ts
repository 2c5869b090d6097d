/** The commands `erase-person` and `erase-due`: forgetting somebody, and letting go later what had to be kept. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { wallClockSentence } from '../../clinic/availability/wall-clock.ts'
import type { Database } from '../../clinic/db/connection.ts'
import { forgetGuideMails } from '../../clinic/letters/guide-mails.ts'
import { type Erased, erasePerson } from '../../clinic/people/erase-person.ts'
import { eraseAllDue, goneWords } from '../erase-due.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { nobodyWords, plain, whoIn, withClinic, withOwner } from './clinic-of.ts'

/** Forgets, and says what stays and until when. */
export function erasePersonOf(call: Call): Promise<Result<object>> {
  const [slug = '', name = '', reach = '', bornOn] = call.arguments
  if (bornOn !== undefined && !isPastDay(bornOn))
    return Promise.resolve({ ok: false, why: 'The date of birth must be a day in the past, like 1980-05-06.' })
  return withClinic<object>(call, slug, async ({ owner, clinicId, secret }) => {
    const who = whoIn(name, reach)
    const erased = await erasePerson(owner, clinicId, who, { bornOn, wasAdult: call.switches.has('adult') })
    // No clinic's, and gone by itself in a week: whoever asks to be forgotten does not wait for that, known here or not.
    const hadGuides =
      (erased.ok || erased.why === 'nobody') && (await forgetGuideMails(owner, secret, who.reach.trim()))
    if (!erased.ok) return { ok: false, why: hadGuides ? guidesAloneWords : refusal(erased) }
    // Where no mail server is named, mails lie in the outbox as files.
    for (const mail of erased.mails) rmSync(join(call.config.dataFolder, 'outbox', `${mail}.eml`), { force: true })
    for (const line of receipt(erased)) call.say(line)
    if (await hasAccount(owner, who.reach))
      call.say(
        'They have an account to sign in with as well. It is of no clinic: they erase it themselves, at /account.',
      )
    return { ok: true }
  })
}

/** Nobody of the clinic, but guides had been asked for with this address. */
const guidesAloneWords =
  'The clinic knows nobody of that name who is reached there. Guides by mail had been asked for from there, which are of no clinic: what was known of them is forgotten. Nothing else was changed.'

/** Somebody signs in with this address. */
async function hasAccount(owner: Database, reach: string): Promise<boolean> {
  const { rows } = await sql`select from auth.users where lower(email) = lower(${reach.trim()})`.execute(owner)
  return rows.length > 0
}

/** Does at once what a running server does by itself: what `erase-person` promised for later, in every clinic. */
export function eraseDue(call: Call): Promise<Result<object>> {
  return withOwner<object>(call, async (owner) => {
    const words = goneWords(await eraseAllDue(owner))
    for (const line of words.length > 0 ? words : ['Nothing is due.']) call.say(line)
    return { ok: true }
  })
}

function isPastDay(text: string): boolean {
  try {
    const day = Temporal.PlainDate.from(text)
    return day.toString() === text && Temporal.PlainDate.compare(day, Temporal.Now.plainDateISO('UTC')) < 0
  } catch {
    return false
  }
}

function refusal(erased: Extract<Erased, { ok: false }>): string {
  if (erased.why === 'nobody') return nobodyWords
  if (erased.why === 'ageUnknown')
    return 'They were treated here, and the clinic does not know their age. A child’s record is kept to the 25th birthday. Add their date of birth, or --adult if they were 18 or over at their last visit. Nothing was changed.'
  const at = Temporal.Instant.fromEpochMilliseconds(erased.startsAt.getTime())
  const when = wallClockSentence(at, erased.zone, Temporal.Now.instant())
  return `They have a visit on ${when}. Cancel it first, then erase. Nothing was changed.`
}

function receipt({ kept, reachesOthers, contactFor }: Extract<Erased, { ok: true }>): readonly string[] {
  const kinds = kept.map(
    ({ location, visits, until }) =>
      `Kept until the end of ${until}: name, and the record of ${visits} ${visits === 1 ? 'visit' : 'visits'} at ${plain(location)}, as the law asks of a clinic.`,
  )
  return [
    kept.length > 0
      ? 'Erased, but for what must be kept:'
      : reachesOthers || contactFor.length > 0
        ? 'Erased, but for what is somebody else’s too:'
        : 'Erased. Nothing of them has to be kept.',
    ...kinds,
    ...(reachesOthers ? ['Their name, email and phone stay where somebody else’s visits are reached by them.'] : []),
    ...contactFor.map(
      ({ name }) =>
        `Their name, email and phone stay as the contact for ${plain(name)}, because of the visits of ${plain(name)}. To let them go too, forget ${plain(name)} too.`,
    ),
    ...(kept.length > 0
      ? ['What the law keeps goes by itself after those days while Unclench runs; erase-due does it at once.']
      : []),
    'Who of the clinic had looked at their record stays written down.',
    'Backups made before today still hold them. After a restore, erase once more.',
  ]
}
