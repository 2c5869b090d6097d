/**
 * A check about somebody else than the person whose record is on this device. It is answered as where nothing is kept: the
 * forms carry it, the record stays as it is, and neither opens or closes anything for the other (hazard H-04).
 * Never: takes somebody else for the person of the record without having asked.
 */
import type { Context, MiddlewareHandler } from 'hono'
import { Button } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { CarePage } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { answerFor } from './check-flow.ts'
import { isApart } from './read-trail.ts'
import { newTrail, type Trail, writeTrail } from './trail.ts'
import { protocolVersion } from './protocol-in-force.ts'

/** Said above the result of such a check. */
export const apartNotice =
  'This was about somebody else. Nothing of it is kept on this phone, and the record on it is as it was.'

/** The home with its record out of reach. */
export function withoutRecord({ checkToCarryOn: _, ...home }: CareHome): CareHome {
  return { ...home, notebook: null }
}

/** Has every form of such a check answered by the app that keeps nothing. */
export const answeredApart =
  (apart: { readonly fetch: (request: Request) => Response | Promise<Response> }): MiddlewareHandler =>
  async (c, next) =>
    (await isOfApart(c)) ? await apart.fetch(c.req.raw) : await next()

async function isOfApart(c: Context): Promise<boolean> {
  // Only plain forms carry a check; a file is not read twice.
  if (c.req.method !== 'POST' || !c.req.header('Content-Type')?.includes('urlencoded')) return false
  const fields = await formFields(c.req.raw.clone())
  return fields.has('trail') && isApart(fields)
}

/** Does this device hold a record of anybody? Where it cannot be read nothing can be kept in it either. */
export async function holdsARecord({ notebook }: CareHome): Promise<boolean> {
  const known = (await notebook?.all().catch(() => null)) ?? []
  return known.length > 0
}

/** A check begun anew, apart: of what was told before, only what was ticked on this form goes on with it. */
export const apartFrom = (home: CareHome, fields: FormFields): Trail =>
  answerFor({ ...newTrail(home.newId(), protocolVersion), apart: true }, 'other', fields)

/** The same check as one of the record's person. */
export const notApart = ({ apart: _, ...trail }: Trail): Trail => trail

interface ForWhomPageProps {
  readonly home: CareHome
  readonly trail: Trail
  /** What was ticked already; it stays ticked. */
  readonly fields: FormFields
  readonly action: string
}

/** Asked of whoever answers for someone else on a device that holds a record. */
export function ForWhomPage({ home, trail, fields, action }: ForWhomPageProps) {
  const title = 'Who is this check about?'
  const ticked = [...fields].flatMap(([name, values]) =>
    name.startsWith('q.') ? values.map((value) => [name, value] as const) : [],
  )
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>A record of somebody’s back is kept on this phone: checks, pain and movements.</p>
      <form method="post" action={action}>
        <CarriedFields fields={[['trail', writeTrail(trail)], ...ticked]} />
        <p>Is it about another person? Then nothing of it is kept here, and that record stays as it is.</p>
        <div class="actions">
          <Button look="go" name="do" value="apart">
            Another person
          </Button>
        </div>
        <p>Is it about the person of that record, and you answer for them? Then it counts for their plan.</p>
        <div class="actions">
          <Button name="do" value="them">
            The person of that record
          </Button>
        </div>
      </form>
    </CarePage>
  )
}
