/** Records that may be one person: the list of them, two side by side, one made of them, and two again. */
import { type Context, Hono } from 'hono'
import { comparePersons } from '../../../clinic/booking/persons/compare-persons.ts'
import { mayBeSame, sayDifferent } from '../../../clinic/booking/persons/may-be-same.ts'
import { recordThatHas } from '../../../clinic/booking/find-people.ts'
import { type Merged, mergePersons } from '../../../clinic/booking/persons/merge-persons.ts'
import { undoMerge } from '../../../clinic/booking/persons/undo-merge.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { readFields } from '../read-posted.ts'
import { CannotPage, ComparePage, SamePage, toChoose } from './compare-page.tsx'

type Ctx = Context<ConsoleEnv>

/** The routes of records that may be the same. They stand before those of one person. */
export function sameRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.same, async (c) => {
    if (!mayDo(c.var.member, 'change-visits')) return notYours(home, c)
    const found = await mayBeSame(c.var.data.app, c.var.member)
    return answer(c, <SamePage {...{ home, ...found }} here={hereOf(c)} />)
  })
  app.get(consolePaths.comparePattern, (c) => compare(home, c, {}))
  app.post(consolePaths.comparePattern, (c) => merge(home, c))
  app.post(consolePaths.differentPattern, async (c) => {
    const [one, other] = idsOf(c)
    if (!one || !other || one === other || !mayDo(c.var.member, 'change-visits')) return notYours(home, c)
    const said = await sayDifferent(c.var.data.app, c.var.member, one, other)
    return said ? c.redirect(consolePaths.same, 303) : oneAlready(home, c, [one, other])
  })
  app.post(consolePaths.unmergePattern, (c) => unmerge(home, c))
  return app
}

/** Another clinic's person, one that is none, and a role that may not: one answer. */
const notYours = (home: ConsoleHome, c: Ctx) => answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

/** Two that a colleague made one lead to the record that stays; any other two are nobody's here. */
async function oneAlready(home: ConsoleHome, c: Ctx, pair: readonly [string, string]): Promise<Response> {
  const [older, newer] = pair.toSorted()
  const kept = newer && (await recordThatHas(c.var.data.app, c.var.member.clinicId, newer))
  return kept && kept === older ? c.redirect(consolePaths.person(kept), 303) : notYours(home, c)
}

const idsOf = (c: Ctx) => [readId(c.req.param('person')), readId(c.req.param('other'))] as const

/** What is shown beside the two records: what was chosen, and what came of it. */
type Shown = Pick<Parameters<typeof ComparePage>[0], 'chosen' | 'missing' | 'note'> & { readonly status?: 409 | 422 }

async function compare(home: ConsoleHome, c: Ctx, { status, ...shown }: Shown): Promise<Response> {
  const [one, other] = idsOf(c)
  const { member, data } = c.var
  if (!one || !other || one === other || !mayDo(member, 'change-visits')) return notYours(home, c)
  const compared = await comparePersons(data.app, member, one, other)
  if (!compared) return oneAlready(home, c, [one, other])
  const addresses = compared.sides.flatMap(({ email }) => email ?? [])
  const signIns = (await home.signIns?.()?.known(addresses)) ?? []
  const missing = shown.missing && toChoose(compared).filter((thing) => shown.missing?.includes(thing))
  return answer(
    c,
    <ComparePage {...{ home, compared, signIns, ...shown }} {...(missing && { missing })} here={hereOf(c)} />,
    status ?? 200,
  )
}

async function merge(home: ConsoleHome, c: Ctx): Promise<Response> {
  const [one, other] = idsOf(c)
  const { member, data } = c.var
  if (!one || !other || one === other || !mayDo(member, 'change-visits')) return notYours(home, c)
  const fields = await readFields(c)
  const stays = (thing: string) => (fields[thing] === one || fields[thing] === other ? fields[thing] : undefined)
  const compared = await comparePersons(data.app, member, one, other)
  const missing = compared ? toChoose(compared).filter((thing) => stays(thing) === undefined) : []
  if (missing.length > 0) return compare(home, c, { chosen: fields, missing, status: 422 })
  const first = compared?.sides[0].personId ?? one
  const choice = {
    ...{ name: stays('name') ?? first, contact: stays('contact') ?? first },
    ...{ phone: stays('phone') ?? first, bornOn: stays('bornOn') ?? first },
  }
  const signIns = home.signIns?.()
  const wish = { one, other, seen: fields.seen ?? '', choice }
  const merged = await mergePersons(data.app, member, wish, async (address) => signIns?.end(address))
  // Only now is it true: the record itself says it, from what the database holds.
  return merged.ok ? c.redirect(consolePaths.person(merged.keptId), 303) : refused(home, c, merged, one)
}

function refused(
  home: ConsoleHome,
  c: Ctx,
  { why }: Exclude<Merged, { readonly ok: true }>,
  personId: string,
): Response | Promise<Response> {
  if (why === 'gone') return notYours(home, c)
  if (why === 'forgotten') return answer(c, <CannotPage {...{ home, why, personId }} here={hereOf(c)} />, 409)
  const note = (
    <p class="callout warn" role="alert">
      {why === 'different'
        ? 'Meanwhile it was answered that they are two people. Nothing was done. Look again before you decide.'
        : 'One of the two has changed meanwhile. Nothing was done. This is how they stand now.'}
    </p>
  )
  return compare(home, c, { note, status: 409 })
}

async function unmerge(home: ConsoleHome, c: Ctx): Promise<Response> {
  const keptId = readId(c.req.param('person'))
  const { member, data } = c.var
  const mergeId = readId((await readFields(c)).merge)
  if (!keptId || !mergeId || !mayDo(member, 'change-visits')) return notYours(home, c)
  const undone = await undoMerge(data.app, member, keptId, mergeId)
  if (undone.ok) return c.redirect(consolePaths.compare(keptId, undone.lostId), 303)
  const { why } = undone
  return why === 'gone'
    ? notYours(home, c)
    : answer(c, <CannotPage {...{ home, why }} personId={keptId} here={hereOf(c)} />, 409)
}
