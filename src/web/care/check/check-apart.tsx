/**
 * A check about somebody else than the person whose record is on this device. It is answered as where nothing is kept: the
 * forms carry it, the record stays as it is, and neither opens or closes anything for the other (hazard H-04).
 * Never: takes somebody else for the person of the record without having asked.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { findLast } from '../../../care/evidence/lists.ts'
import { inOrder } from '../../../care/record/notebook.ts'
import { Button } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { CarePage } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { beginTrail } from './begin-trail.ts'
import { paths } from '../paths.ts'
import { answerFor } from './check-flow.ts'
import { isApart } from './read-trail.ts'
import { answersOf, newTrail, type Trail, writeTrail } from './trail.ts'
import { protocolVersion } from './protocol-in-force.ts'

/** Said above the result of such a check. */
export const apartNotice = (trail: Trail): string =>
  `${answersOf(trail).who === 'other' ? 'This was about somebody else.' : 'The record on this phone is about somebody else.'} Nothing of this check is kept here, and that record is as it was.`

/** The home with its record out of reach. */
export function withoutRecord({ checkToCarryOn: _, ...home }: CareHome): CareHome {
  return { ...home, notebook: null }
}

/** Has every form of such a check answered by the app that keeps nothing, but for the one that says it is no such check. */
export const answeredApart =
  (apart: { readonly fetch: (request: Request) => Response | Promise<Response> }): MiddlewareHandler =>
  async (c, next) =>
    (await isOfApart(c)) ? await apart.fetch(c.req.raw) : await next()

async function isOfApart(c: Context): Promise<boolean> {
  // Only plain forms carry a check; a file is not read twice.
  if (c.req.method !== 'POST' || !c.req.header('Content-Type')?.includes('urlencoded')) return false
  const fields = await formFields(c.req.raw.clone())
  return fields.has('trail') && isApart(fields) && fields.get('do')?.at(-1) !== 'me'
}

/** Does this device hold a record of anybody? One that cannot be read now may be written to a moment later. */
export async function holdsARecord({ notebook }: CareHome): Promise<'yes' | 'no' | 'unread'> {
  if (!notebook) return 'no'
  const known = await notebook.all().catch(() => null)
  return known === null ? 'unread' : known.length > 0 ? 'yes' : 'no'
}

/** Was the person of this device's record answered for when they last said who they are? Then a check begun here may be of whoever answered. */
export async function isOfSomebodyAnsweredFor({ notebook }: Pick<CareHome, 'notebook'>): Promise<boolean> {
  const known = (await notebook?.all().catch(() => null)) ?? []
  const last = findLast(inOrder(known), (event) => event.kind === 'checkFinished' && event.answers.who !== undefined)
  return last?.kind === 'checkFinished' && last.answers.who === 'other'
}

/** A check begun anew, apart: of what was told before, only what was ticked on this form goes on with it. */
export const apartFrom = (home: CareHome, who: 'me' | 'other', fields: FormFields): Trail =>
  answerFor({ ...newTrail(home.newId(), protocolVersion), apart: true }, who, fields)

/** A check that begins: beside a record of somebody who was answered for, or one that cannot be read now, nobody has said yet whom it is about. */
export async function beginUnsaid(home: CareHome): Promise<Trail> {
  const isUnsaid = (await holdsARecord(home)) === 'unread' || (await isOfSomebodyAnsweredFor(home))
  return { ...(await beginTrail(home)), ...(isUnsaid && { unsaid: true as const }) }
}

/** It was said whom it is about. */
const said = ({ unsaid: _, ...trail }: Trail): Trail => trail

/** The check as that of the record's person, answered for them or by themselves. */
export function ofTheRecord(trail: Trail, who: 'me' | 'other', fields: FormFields): Trail {
  const mine = answerFor(said(trail), who, fields)
  return who === 'me' ? { ...mine, steps: [{ answers: { who }, single: [] }, ...mine.steps] } : mine
}

/**
 * An emergency came before anybody had said whom the check is about. It closed the record on this phone, which is the careful
 * side; that it was about another person is told as a mistake is: twice, and nothing opens before a talk.
 */
export function WhoWasIt() {
  return (
    <section class="callout" aria-labelledby="who-was-it">
      <h2 id="who-was-it">Who was this about?</h2>
      <p>
        The last check on this phone was for someone else. This result now counts in that record, so it shows no
        movements.
      </p>
      <p>
        Was it about another person? Get help first. Then <a href={paths.mistaken}>tell us here</a>.
      </p>
    </section>
  )
}

interface ForWhomPageProps {
  readonly home: CareHome
  readonly trail: Trail
  /** What was ticked already; it stays ticked. */
  readonly fields: FormFields
  readonly action: string
  /** The record cannot be read now. */
  readonly isUnread: boolean
}

/**
 * Asked of whoever answers for someone else on a device that holds a record; and of everybody where the record is of a person
 * who was answered for, so that it may also be about whoever holds the phone.
 */
export function ForWhomPage({ home, trail, fields, action, isUnread }: ForWhomPageProps) {
  const title = 'Who is this check about?'
  const ticked = [...fields].flatMap(([name, values]) =>
    name.startsWith('q.') ? values.map((value) => [name, value] as const) : [],
  )
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        {isUnread
          ? 'We could not open the record on this phone. It may be of somebody’s back: checks, pain and movements.'
          : 'A record of somebody’s back is kept on this phone: checks, pain and movements.'}
      </p>
      {trail.unsaid && !isUnread && <p>Its last check was answered for someone else.</p>}
      <form method="post" action={action}>
        <CarriedFields fields={[['trail', writeTrail(trail)], ...ticked]} />
        <p>Is it about another person? Then nothing of it is kept here, and that record stays as it is.</p>
        <div class="actions">
          <Button look="go" name="do" value="apart">
            Another person
          </Button>
          {trail.unsaid && (
            <Button name="do" value="apartMe">
              Me, and that record is not mine
            </Button>
          )}
        </div>
        <p>
          {trail.unsaid
            ? 'Is it about the person of that record? Then it counts for their plan.'
            : 'Is it about the person of that record, and you answer for them? Then it counts for their plan.'}
        </p>
        <div class="actions">
          <Button name="do" value="them">
            The person of that record
          </Button>
          {trail.unsaid && (
            <Button name="do" value="own">
              Me, and that record is mine
            </Button>
          )}
        </div>
      </form>
      {trail.unsaid && (
        <p>
          A phone holds one record. To begin your own here, save that one and delete it:{' '}
          <a href={paths.record}>My record</a>.
        </p>
      )}
    </CarePage>
  )
}
