/**
 * What the worker's own guards say: newer questions are looked for, a form came from elsewhere, nobody can tell who sent a
 * form. Each keeps the emergency number and the check in sight.
 */
import { uk } from '../care/region.ts'
import { CarePage } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { paths } from '../web/care/paths.ts'
import { CarriedFields } from '../web/ui/carried-fields.tsx'

/** Shown for a second while newer questions take over. It goes on by itself, and has a link for when it does not. */
export function NewestPage({ home, href }: { home: CareHome; href: string }) {
  const title = 'Getting the newest questions'
  return (
    <CarePage home={home} title={title} saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>There is a newer check. We look if it can be had. The check starts in a moment.</p>
      <p>
        In an emergency call <a href={`tel:${uk.emergencyNumber}`}>{uk.emergencyNumber}</a>.
      </p>
      <div class="actions">
        <a class="button go" href={href} data-newest>
          Start the check
        </a>
      </div>
    </CarePage>
  )
}

/** A form that another site's page sent: it could plant answers or erase the record. */
export function NotOurFormPage({ home }: { home: CareHome }) {
  const title = 'That did not come from our own pages'
  return (
    <CarePage home={home} title={title} saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>So we did not use it. Nothing was changed. Open the page here and press its button again.</p>
      <p>
        In an emergency call <a href={`tel:${uk.emergencyNumber}`}>{uk.emergencyNumber}</a>.
      </p>
      <div class="actions">
        <a class="button go" href={paths.check}>
          Start the check
        </a>
        <a class="button wide" href={paths.home}>
          Home
        </a>
      </div>
    </CarePage>
  )
}

/** What a form would do, by where it goes; said before somebody lets one through that may not be theirs. */
const effects: Readonly<Record<string, string>> = {
  [paths.recordErase]: 'It would erase everything that is kept here.',
  [paths.recordImport]: 'It would add a file to your record.',
}

/**
 * Nothing says who sent this form: the browser tells no page where it came from. Holds all that was typed.
 *
 * @param path   where the form was going
 * @param fields what was in it; `null` when it cannot be held in a page (a file)
 */
export function ConfirmFormPage({
  home,
  path,
  fields,
}: {
  home: CareHome
  path: string
  fields: readonly (readonly [string, string])[] | null
}) {
  const title = fields ? 'Did you just press a button here?' : 'Please choose the file once more'
  return (
    <CarePage home={home} title={title} saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Your browser does not tell us which page sent this. It may be set to keep that to itself.</p>
      {fields ? (
        <form method="post" action={path}>
          <p>
            {effects[path] ?? 'What you filled in is still here.'} If you pressed a button on our pages, go on. If you
            came here from another site, do not.
          </p>
          <CarriedFields fields={fields} />
          <div class="actions">
            <button type="submit" class="button go">
              Yes, go on
            </button>
          </div>
        </form>
      ) : (
        <p>Nothing was changed. Open your record from here, and choose the file again.</p>
      )}
      <p>
        In an emergency call <a href={`tel:${uk.emergencyNumber}`}>{uk.emergencyNumber}</a>.
      </p>
      <div class="actions">
        {!fields && (
          <a class="button go" href={paths.record}>
            My record
          </a>
        )}
        <a class="button wide" href={paths.check}>
          Start the check
        </a>
        <a class="button wide" href={paths.home}>
          Home
        </a>
      </div>
    </CarePage>
  )
}
