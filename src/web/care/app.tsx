/**
 * The care pages as one Hono app. Called by src/server and src/offline, each with its own home.
 * Never touches the network, the disk or the page: it turns requests into HTML.
 */
import { Hono } from 'hono'
import { Page } from '../ui/page.tsx'
import { renderPage } from '../ui/render.ts'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'

/** The app for one home. */
export function createCareApp(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.home, (c) =>
    c.html(
      renderPage(
        <Page
          title="Home"
          assets={home.assets}
          homeHref={paths.home}
          leaveHref={paths.leave}
          footLinks={[{ href: paths.about, text: 'About' }]}
          footNote="Not signed off by a clinician yet."
        >
          <h1>My back has gone</h1>
        </Page>,
      ),
    ),
  )
  return app
}
