/**
 * The printed guides: covers, what is in each, and the file at once. Draws; the server knows whether the files are there.
 * Never: asks for an address first, or calls a file certified that a machine has checked.
 */
import { booklets } from '../../../care/booklets/booklets.ts'
import type { Booklet, BookletName, LivePage } from '../../../care/booklets/types.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Figure } from '../../ui/figure.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { ForMachines } from './for-machines.ts'

/** What is known of the file of one guide. `comes`: it is made when it is asked for. `none`: it cannot be had now. */
export type BookletFile =
  | { readonly kind: 'there'; readonly pages: number; readonly bytes: number; readonly version: string }
  | { readonly kind: 'comes' | 'none' }

/** The address of the page that says the same as a printed guide. */
export const livePath = (live: LivePage): string =>
  live.to === 'article' ? paths.article(live.article) : paths[live.to]

/** Whether guides can go by email now, and what was wrong with a form that came back. */
export type GuideMailForms =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'there'
      readonly problem?: GuideMailProblem
      /** No mail server is named: mail lies as a file on the computer that runs this, until somebody deletes it there. */
      readonly intoFiles?: true
    }

/** `guide`: whose form it was, where that is known. */
export interface GuideMailProblem {
  readonly guide: BookletName | undefined
  readonly typed: string
  readonly text: string
}

/** The field of a guide's form that holds the address. */
export const guideMailField = (guide: BookletName) => `email-${guide}` as const

interface BookletsPageProps {
  readonly home: CareHome
  readonly files: Readonly<Record<BookletName, BookletFile>>
  readonly mail: GuideMailForms
}

const machines: ForMachines = {
  path: paths.guidePdfs,
  title: 'Guides to print and keep',
  about: `For paper: ${booklets.map(({ title }) => title).join(', ')}.`,
  data: { '@type': 'CollectionPage' },
}

/** The page. */
export function BookletsPage({ home, files, mail }: BookletsPageProps) {
  const noneAtAll = booklets.every(({ name }) => files[name].kind === 'none')
  const problem = mail.kind === 'there' ? mail.problem : undefined
  const title = 'Guides to print and keep'
  return (
    <CarePage home={home} title={problem ? `Error: ${title}` : title} wide learn machines={machines}>
      <ErrorSummary problems={problem ? [problemOf(problem)] : []} />
      <h1>{title}</h1>
      <p class="lead">
        {noneAtAll
          ? 'You cannot get the files here now.'
          : 'Download now. No email needed. Large type, drawn by us, with sources.'}
      </p>
      {noneAtAll && (
        <Callout title="We cannot make the files on this computer">
          <p>Each guide links to a page that says the same. You can print that page.</p>
        </Callout>
      )}
      <ul class="booklets" id="guides">
        {booklets.map((booklet, index) => (
          <li key={booklet.name}>
            <Cover booklet={booklet} look={looks[index % looks.length] ?? 'ink'} />
            <div>
              <h2>{booklet.title}</h2>
              <p>{booklet.about}</p>
              <FileLine booklet={booklet} file={files[booklet.name]} />
              {files[booklet.name].kind !== 'none' && <MailForm booklet={booklet} mail={mail} />}
            </div>
          </li>
        ))}
      </ul>
      {!noneAtAll && <AboutMail mail={mail} />}
      <WhatYouGet />
      <OwnPlanOnPaper />
    </CarePage>
  )
}

const WhatYouGet = () => (
  <section aria-labelledby="about-files">
    <h2 id="about-files">What you get</h2>
    <ul>
      <li>The same words, pictures and sources as in the app. When one changes, there is a new version.</li>
      <li>
        Each page shows its version and the day it was last checked. It also has a code that takes a phone to the page
        with more.
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
)

const OwnPlanOnPaper = () => (
  <section aria-labelledby="own-plan">
    <h2 id="own-plan">Your own plan on paper</h2>
    <p>
      Open the page and press “Make an accessible PDF”. It then sends which steps you have to our server, which keeps
      nothing. Or print it: that sends nothing.
    </p>
    <div class="actions">
      <ButtonLink href={paths.plan}>My plan</ButtonLink>
      <ButtonLink href={paths.programme}>My day-by-day plan</ButtonLink>
      <ButtonLink href={paths.report}>A page for a doctor or physio</ButtonLink>
    </div>
  </section>
)

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

const problemOf = ({ guide, text }: GuideMailProblem) => ({ field: guide ? guideMailField(guide) : 'guides', text })

/** For whoever wants the guide on another device: an address and one press. */
function MailForm({ booklet: { name, title }, mail }: { booklet: Booklet; mail: GuideMailForms }) {
  if (mail.kind === 'none') return null
  const problem = mail.problem?.guide === name ? mail.problem : undefined
  return (
    <details class="by-mail" open={problem !== undefined}>
      <summary>
        Send it to me by email<span class="unseen">: “{title}”</span>
      </summary>
      <form method="post" action={paths.guideMail} novalidate>
        <input type="hidden" name="guide" value={name} />
        <LineField
          name={guideMailField(name)}
          legend="Your email"
          error={problem?.text}
          typed={problem?.typed}
          autocomplete="email"
          inputmode="email"
        />
        <Button>
          Send it<span class="unseen"> “{title}”</span>
        </Button>
      </form>
    </details>
  )
}

/** What becomes of an address. */
function AboutMail({ mail }: { mail: GuideMailForms }) {
  return (
    <section aria-labelledby="by-mail">
      <h2 id="by-mail">By email, if you like</h2>
      {mail.kind === 'none' ? (
        <p>We cannot send email now. The download works without it.</p>
      ) : (
        <>
          <p>
            {mail.intoFiles
              ? 'Here no mail leaves: this copy of Unclench has no mail server. It writes mail into a file on its own computer, and the file stays there.'
              : 'You get one mail with a link to the guide. It is no newsletter. We forget your address as soon as the mail has gone, or after two days if nobody takes it.'}
          </p>
          <p>
            For one week we keep a code made from it, so that nobody can flood you. It does not say your address, or
            which guide it was. No clinic sees any of it.
          </p>
        </>
      )}
    </section>
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
