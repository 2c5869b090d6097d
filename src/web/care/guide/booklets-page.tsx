/**
 * The printed guides: covers, what is in each, and the file at once. Draws; the server knows whether the files are there.
 * Never: asks for an address first, or calls a file certified that a machine has checked.
 */
import { booklets } from '../../../care/booklets/booklets.ts'
import type { Booklet, BookletName, LivePage } from '../../../care/booklets/types.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'

/** What is known of the file of one guide. `comes`: it is made when it is asked for. `none`: it cannot be had now. */
export type BookletFile =
  | { readonly kind: 'there'; readonly pages: number; readonly bytes: number; readonly version: string }
  | { readonly kind: 'comes' | 'none' }

/** The address of the page that says the same as a printed guide. */
export const livePath = (live: LivePage): string =>
  live.to === 'article' ? paths.article(live.article) : paths[live.to]

interface BookletsPageProps {
  readonly home: CareHome
  readonly files: Readonly<Record<BookletName, BookletFile>>
}

/** The page. */
export function BookletsPage({ home, files }: BookletsPageProps) {
  const noneAtAll = booklets.every(({ name }) => files[name].kind === 'none')
  return (
    <CarePage home={home} title="Guides to print and keep" wide learn>
      <h1>Guides to print and keep</h1>
      <p class="lead">
        {noneAtAll
          ? 'You cannot get the files here now.'
          : 'Download now. No e-mail needed. Large type, drawn by us, with sources.'}
      </p>
      {noneAtAll && (
        <Callout title="We cannot make the files on this computer">
          <p>Each guide links to a page that says the same. You can print that page.</p>
        </Callout>
      )}
      <ul class="booklets">
        {booklets.map((booklet, index) => (
          <li key={booklet.name}>
            <Cover booklet={booklet} look={looks[index % looks.length] ?? 'ink'} />
            <div>
              <h2>{booklet.title}</h2>
              <p>{booklet.about}</p>
              <FileLine booklet={booklet} file={files[booklet.name]} />
            </div>
          </li>
        ))}
      </ul>
      <section aria-labelledby="about-files">
        <h2 id="about-files">What you get</h2>
        <ul>
          <li>The same words, pictures and sources as in the app. When one changes, there is a new version.</li>
          <li>
            Each page shows its version and the day it was last checked. It also has a code that takes a phone to the
            page with more.
          </li>
          <li>
            Machine-checked for screen readers: title, language, headings, order, and words for each picture. Nobody has
            certified it.
          </li>
          <li>
            A sheet of paper cannot ask how you are. <a href={paths.check}>Do the check</a> first.
          </li>
        </ul>
      </section>
      <section aria-labelledby="own-plan">
        <h2 id="own-plan">Your own plan on paper</h2>
        <p>
          It stays on your device, so we cannot make that file for you. Open the page and print it. In the print window
          you can also save it as a PDF.
        </p>
        <div class="actions">
          <ButtonLink href={paths.plan}>My plan</ButtonLink>
          <ButtonLink href={paths.programme}>My day-by-day plan</ButtonLink>
          <ButtonLink href={paths.report}>A page for a doctor or physio</ButtonLink>
        </div>
      </section>
    </CarePage>
  )
}

function FileLine({ booklet: { name, title, live }, file }: { booklet: Booklet; file: BookletFile }) {
  if (file.kind === 'none')
    return (
      <>
        <p class="quiet small">You cannot get this file now.</p>
        <ButtonLink href={livePath(live)}>Open the page instead</ButtonLink>
      </>
    )
  return (
    <>
      <p class="quiet small">{file.kind === 'there' ? `PDF, ${sizeWords(file)}` : 'PDF'}</p>
      <a class="button" href={`${paths.guidePdfs}/${name}.pdf`} download={`unclench-${name}.pdf`}>
        Download<span class="unseen"> “{title}”</span>
      </a>
    </>
  )
}

const sizeWords = ({ pages, bytes }: { pages: number; bytes: number }) =>
  `${pages} ${pages === 1 ? 'page' : 'pages'}, ${(bytes / 1_000_000).toFixed(1)} MB`

const looks = ['ink', 'paper', 'teal'] as const

/** A small cover. The words beside it say the same, so it is passed over when read aloud. */
function Cover({ booklet: { name, title, cover }, look }: { booklet: Booklet; look: (typeof looks)[number] }) {
  return (
    <div class={`cover cover-${look}`} aria-hidden="true">
      <b>{title}</b>
      <Figure movement={cover.movement} pose={cover.pose} id={`cover-${name}`} />
      <span>unclench</span>
    </div>
  )
}
