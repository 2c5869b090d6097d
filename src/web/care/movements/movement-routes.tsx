/**
 * The addresses of the movement library. Movements are locked until a check is clear: without a fresh, finished check, or
 * a programme whose own checks are done, these pages show the way to it and nothing else. Joins pages; decides nothing.
 */
import { type Context, Hono } from 'hono'
import { isMovementId } from '../../../care/movement/movements.ts'
import { sequences } from '../../../care/movement/sequences.ts'
import { show } from '../care-page.tsx'
import { type FormFields, formFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { NotFoundPage } from '../message-pages.tsx'
import { filterFrom } from './movement-filters.tsx'
import { LibraryPage } from './movement-library.tsx'
import { type Door, type MovementsNow, movementsNow } from './movement-now.ts'
import { DuePage, MovementPage, NotForYouPage } from './movement-page.tsx'
import { SequencePage } from './movement-sequence.tsx'
import { movementStanding } from './movement-access.ts'
import { paths } from '../paths.ts'
import { locked } from '../plan/plan-routes.tsx'

/** The routes of movements for one home. */
export function movementRoutes(home: CareHome): Hono {
  const app = new Hono()
  /** A page at an address, opened or posted to with the plan in the form. */
  const page = (
    path: string,
    draw: (c: Context, at: MovementsNow, fields: FormFields) => Response | Promise<Response>,
  ) => {
    app.get(path, async (c) => draw(c, await movementsNow(home), queryOf(c)))
    app.post(path, async (c) => {
      const fields = await formFields(c.req.raw)
      return draw(c, await movementsNow(home, fields), fields)
    })
  }
  page(paths.movements, (c, at, fields) =>
    behind(c, at, ({ who }) => <LibraryPage at={at} who={who} filter={filterFrom(fields, who.phase)} />),
  )
  page(paths.movementSequencePattern, (c, at) => {
    const sequence = sequences.find(({ id }) => id === c.req.param('sequence'))
    if (!sequence) return show(c, <NotFoundPage home={home} />, 404)
    return behind(c, at, ({ who }) => <SequencePage at={at} who={who} sequence={sequence} />)
  })
  page(paths.movementPattern, (c, at) => {
    const id = c.req.param('movement') ?? ''
    if (!isMovementId(id)) return show(c, <NotFoundPage home={home} />, 404)
    return behind(c, at, ({ who, inFlare }) => {
      const found = movementStanding(id, who)
      if (found.kind === 'blocked') return <NotForYouPage at={at} who={who} id={id} {...found} />
      const later = found.kind === 'later' && { later: found.because }
      return <MovementPage at={at} who={who} id={id} seen={found} inFlare={inFlare} {...later} />
    })
  })
  return app
}

/** The page, if the door is open; else what the person has to do first. */
function behind(
  c: Context,
  at: MovementsNow,
  draw: (door: Extract<Door, { kind: 'open' }>) => Parameters<typeof show>[1],
) {
  const { door, now } = at
  if (door.kind === 'open') return show(c, draw(door), 200, 'holdsAnswers')
  if (door.kind === 'due')
    return show(c, <DuePage at={at} what={door.what} because={door.because} />, 200, 'holdsAnswers')
  const page = locked(c, now)
  if (!page) throw new Error('a locked plan without a page')
  return page
}

/** The query of the address as fields. */
function queryOf(c: Context): FormFields {
  return new Map(Object.entries(c.req.queries()))
}
