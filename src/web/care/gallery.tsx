/**
 * /gallery: every part of the design system in every state, for designers, the pictures and the axe run.
 * Mounted by the server only; the worker need not carry it.
 */
import { Hono } from 'hono'
import { fixtures } from '../ui/ui.fixtures.tsx'
import { CarePage, show } from './care-page.tsx'
import type { CareHome } from './home.ts'
import { MovementSheetPage } from './movements/movement-sheet.tsx'
import { paths } from './paths.ts'

/** The gallery, and the contact sheet of movements. */
export function galleryRoutes(home: CareHome): Hono {
  return new Hono()
    .get(paths.gallery, (c) => show(c, <GalleryPage home={home} />))
    .get(paths.movementSheet, (c) => show(c, <MovementSheetPage home={home} />))
}

function GalleryPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="Gallery">
      <h1>Gallery</h1>
      {fixtures.map(({ name, shows }) => (
        <section key={name}>
          <h2>{name}</h2>
          {shows}
        </section>
      ))}
    </CarePage>
  )
}
