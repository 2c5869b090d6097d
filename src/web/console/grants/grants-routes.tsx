/** Visits that insurers granted or that were paid ahead: listed with what is left, and entered. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import {
  changeGrant,
  enterGrant,
  findGrant,
  type Grant,
  listGrants,
  type NewGrant,
  termsOf,
} from '../../../clinic/booking/grants.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { answer } from '../../find/booking/answer.tsx'
import { dayWords } from '../../find/words.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { FormPage, formStatus } from '../form-page.tsx'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { readDay, readFields } from '../read-posted.ts'

type Typed = Readonly<Record<string, string>>

/** The routes under /console/grants. */
export function grantsRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.grants, (c) => show(home, c, { grant: crypto.randomUUID() }, []))
  app.post(consolePaths.grants, (c) => enter(home, c))
  app.get(consolePaths.grantPattern, (c) => look(home, c))
  app.post(consolePaths.grantPattern, (c) => change(home, c))
  return app
}

const line = (most: number, words: string) => z.string().trim().min(1, words).max(most, words)

const visitsWanted = 'Enter how many visits, from 1 to 100.'
const visits = z.coerce.number({ error: visitsWanted }).int(visitsWanted).min(1, visitsWanted).max(100, visitsWanted)

/** The last day as it was typed: an ISO day, null for none; undefined for what is no day. */
const lastDayIn = ({ validUntil = '' }: Typed) => (validUntil.trim() ? readDay(validUntil.trim()) : null)
const noLastDay: Problem = { field: 'validUntil', text: 'Write the last day like 2027-03-31.' }

const schema = z.object({
  personName: line(120, 'Enter the name of the person, as they book.'),
  payer: z.enum(['insurer', 'package'], { error: 'Choose who pays.' }),
  insurer: z.string().trim().max(120, 'Use 120 characters or fewer for the insurer.').default(''),
  reference: line(60, 'Enter the number, with 60 characters or fewer.'),
  visits,
})

type Read =
  | { readonly ok: true; readonly grant: NewGrant }
  | { readonly ok: false; readonly problems: readonly Problem[] }

function readGrant(typed: Typed): Read {
  const read = schema.safeParse({ personName: '', reference: '', ...typed })
  const validUntil = lastDayIn(typed)
  const problems: Problem[] = read.success
    ? []
    : read.error.issues.map(({ path, message }) => ({ field: String(path[0]), text: message }))
  if (validUntil === undefined) problems.push(noLastDay)
  if (read.success && read.data.payer === 'insurer' && read.data.insurer === '')
    problems.push({ field: 'insurer', text: 'Enter the insurer.' })
  if (!read.success || validUntil === undefined || problems.length > 0) return { ok: false, problems }
  const { insurer, ...data } = read.data
  return {
    ok: true,
    grant: { ...data, insurer: insurer || null, validUntil, lateCancelUses: typed.lateCancelUses === 'yes' },
  }
}

async function enter(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const member = c.get('member')
  if (!mayDo(member, 'change-visits')) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const typed = await readFields(c)
  const read = readGrant(typed)
  if (!read.ok) return show(home, c, typed, read.problems)
  const entered = await enterGrant(c.get('data').app, member, read.grant, readId(typed.grant))
  if (entered.ok) return c.redirect(consolePaths.grants, 303)
  // Come back to by the browser's Back: the form gets a key of its own, so that the next press enters another one.
  if (entered.why === 'made') return show(home, c, { ...typed, grant: crypto.randomUUID() }, [enteredAlready])
  const text =
    entered.why === 'known'
      ? 'There is a grant with this number for this person already. If more were agreed to, change that one.'
      : 'A number has at least three letters or digits.'
  return show(home, c, typed, [{ field: 'reference', text }])
}

const enteredAlready: Problem = {
  field: 'grants',
  text: 'This form has entered one already, and it is in the list. Nothing was entered or changed now. To enter one more, press “Enter it” again.',
}

async function show(home: ConsoleHome, c: Context<ConsoleEnv>, typed: Typed, problems: readonly Problem[]) {
  const member = c.get('member')
  if (!mayDo(member, 'change-visits')) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const grants = await listGrants(c.get('data').app, member.clinicId)
  return answer(
    c,
    <FormPage {...{ home, problems }} here={hereOf(c)} title="Visits granted or paid ahead">
      <GrantList grants={grants} />
      <GrantForm typed={typed} problems={problems} />
    </FormPage>,
    formStatus(problems),
  )
}

const mayNot = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

/** The grant of the address; undefined for whoever may not, another clinic’s, and none at all. */
async function grantOf(c: Context<ConsoleEnv>): Promise<Grant | undefined> {
  const member = c.get('member')
  const id = readId(c.req.param('id'))
  if (id === undefined || !mayDo(member, 'change-visits')) return undefined
  return findGrant(c.get('data').app, member.clinicId, id)
}

async function look(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const grant = await grantOf(c)
  return grant ? showOne(home, c, grant, undefined, []) : mayNot(home, c)
}

async function change(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const grant = await grantOf(c)
  if (!grant) return mayNot(home, c)
  const typed = await readFields(c)
  const wanted = visits.safeParse(typed.visits ?? '')
  const validUntil = lastDayIn(typed)
  const problems = [
    ...(wanted.success ? [] : [{ field: 'visits', text: visitsWanted }]),
    ...(validUntil === undefined ? [noLastDay] : []),
  ]
  if (!wanted.success || validUntil === undefined) return showOne(home, c, grant, typed, problems)
  const to = { visits: wanted.data, validUntil }
  const done = await changeGrant(c.get('data').app, c.get('member'), grant.grantId, to, typed.seen)
  if (done.ok) return c.redirect(consolePaths.grants, 303)
  if (done.why === 'gone') return mayNot(home, c)
  if (done.why === 'changed') {
    const now = (await grantOf(c)) ?? grant
    const until = now.validUntil ? `until ${dayWords(now.validUntil)}` : 'with no last day'
    const text = `It was changed after you opened this page: ${now.visits} visits now, ${until}. Nothing of yours was kept. Look, then press again.`
    return showOne(home, c, now, typed, [{ field: 'visits', text }])
  }
  const used = grant.visits - grant.left
  return showOne(home, c, grant, typed, [
    { field: 'visits', text: `${used} of them are used or booked. Enter ${used} or more, or give it a last day.` },
  ])
}

function showOne(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  { grantId, personName, payer, insurer, reference, left, visits: all, validUntil }: Grant,
  typed: Typed | undefined,
  problems: readonly Problem[],
) {
  return answer(
    c,
    <FormPage {...{ home, problems }} here={hereOf(c)} title="Change what was granted or paid ahead">
      <p>
        <bdi>{personName}</bdi>, <bdi>{payer === 'package' ? 'paid ahead' : insurer}</bdi>, number{' '}
        <bdi>{reference}</bdi>: {left} of {all} left. Visits that are booked stay counted. A last day in the past ends
        it.
      </p>
      <form method="post" action={consolePaths.grant(grantId)} novalidate>
        <input type="hidden" name="seen" value={termsOf({ visits: all, validUntil })} />
        <LineField
          name="visits"
          legend="How many visits in all"
          typed={typed?.visits ?? String(all)}
          error={errorOf('visits', problems)}
          autocomplete="off"
        />
        <LineField
          name="validUntil"
          legend="Last day, if there is one"
          hint="Like 2027-03-31."
          typed={typed?.validUntil ?? validUntil ?? ''}
          error={errorOf('validUntil', problems)}
          autocomplete="off"
        />
        <div class="actions">
          <ButtonLink href={consolePaths.grants}>Leave it as it is</ButtonLink>
          <Button look="go">Change it</Button>
        </div>
      </form>
    </FormPage>,
    formStatus(problems),
  )
}

function GrantList({ grants }: { readonly grants: readonly Grant[] }) {
  if (grants.length === 0) return <p>None has been entered yet.</p>
  return (
    <ul class="people" id="grants">
      {grants.map(({ grantId, personName, payer, insurer, reference, left, visits, validUntil }) => (
        <li key={grantId}>
          <strong>
            <bdi>{personName}</bdi>
          </strong>
          : {left} of {visits} left{' '}
          <span class="quiet">
            <bdi>{payer === 'package' ? 'Paid ahead' : insurer}</bdi>, number <bdi>{reference}</bdi>
            {validUntil && `, until ${dayWords(validUntil)}`}
          </span>{' '}
          <a href={consolePaths.grant(grantId)} aria-label={`Change the number ${reference}`}>
            Change
          </a>
        </li>
      ))}
    </ul>
  )
}

function GrantForm({ typed, problems }: { readonly typed: Typed; readonly problems: readonly Problem[] }) {
  const field = (name: string, legend: string, hint?: string) => (
    <LineField {...{ name, legend, hint }} typed={typed[name]} error={errorOf(name, problems)} autocomplete="off" />
  )
  return (
    <form method="post" action={consolePaths.grants} novalidate>
      <CarriedFields fields={{ grant: typed.grant ?? crypto.randomUUID() }} />
      <h2>Enter one</h2>
      <p>A visit is counted when somebody books with this number and name. A cancel in time gives it back.</p>
      {field('personName', 'Name of the person', 'As they write it when they book.')}
      <RadioGroup
        name="payer"
        legend="Who pays?"
        chosen={typed.payer}
        error={errorOf('payer', problems)}
        options={[
          { value: 'insurer', text: 'An insurer' },
          { value: 'package', text: 'Paid ahead' },
        ]}
        unders={[{ opensAt: ['insurer'], content: field('insurer', 'Insurer') }]}
      />
      {field('reference', 'Authorisation number, or your number of the package')}
      {field('visits', 'How many visits')}
      {field('validUntil', 'Last day, if there is one', 'Like 2027-03-31.')}
      <Tick
        name="lateCancelUses"
        value="yes"
        text="A late cancel counts as used"
        ticked={typed.personName === undefined || typed.lateCancelUses === 'yes'}
      />
      <div class="actions">
        <Button look="go">Enter it</Button>
      </div>
    </form>
  )
}
