/**
 * About Unclench, and how it keeps people safe: intended purpose, what is not done yet, sources, privacy.
 * States only what the code does; the safety case in docs/safety says the same with tests.
 */
import { keysOf } from '../../care/evidence/closed-sets.ts'
import { gradeWords, type Grade } from '../../care/evidence/grade.ts'
import { sources } from '../../care/evidence/sources.ts'
import { ButtonLink } from '../ui/button.tsx'
import { EvidenceBar } from '../ui/evidence-bar.tsx'
import { Callout, Details, SummaryList } from '../ui/text-parts.tsx'
import { CarePage, notSignedOff } from './care-page.tsx'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'
import { protocolVersion } from './check/protocol-in-force.ts'

const gradeMeaning = {
  strong: 'Several good trials agree.',
  moderate: 'Good trials point the same way. More could change it.',
  weak: 'Small or mixed trials. It may turn out not to help.',
  none: 'Nobody has shown that it works.',
  against: 'Trials or guidelines say not to use it.',
} as const satisfies Record<Grade, string>

/** What Unclench is for, how sure we are, sources, licence. */
export function AboutPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="About" wide>
      <h1>About Unclench</h1>
      <div class="side-by-side">
        <div>
          <Callout title="Not signed off yet" look="warn">
            <p>{notSignedOff} It must not be used for care until a clinician has checked and signed it.</p>
          </Callout>
          <h2>What it is for</h2>
          <p>
            Unclench is for adults in the UK with new back pain or a back spasm. It asks about danger signs and says how
            soon to get help. When that is safe, it helps with the next hours at home. Under 16? It sends you to a GP.
          </p>
          <p>
            It does not say what is wrong with your back. It does not examine you. It cannot see what you do not tell
            it.
          </p>
        </div>
        <div>
          <HowSureWeAre />
          <WhereItComesFrom />
          <VersionsAndLicence buildId={home.buildId} />
        </div>
      </div>
    </CarePage>
  )
}

const HowSureWeAre = () => (
  <>
    <h2>How sure we are</h2>
    <p>Each step says how good the evidence is, in these words:</p>
    <ul class="routes">
      {keysOf(gradeWords).map((grade) => (
        <li key={grade}>
          <EvidenceBar grade={grade} />
          <br />
          {gradeMeaning[grade]}
        </li>
      ))}
    </ul>
  </>
)

const WhereItComesFrom = () => (
  <>
    <h2>Where it comes from</h2>
    <Details summary={`All ${Object.keys(sources).length} sources`}>
      <ul>
        {Object.entries(sources).map(([id, source]) => (
          <li key={id}>
            {source.title} [{source.tag}]
          </li>
        ))}
      </ul>
      <p class="quiet small">
        V: seen in the published text. V2: seen second-hand. K: known from practice, still to be checked. C: our own
        choice.
      </p>
    </Details>
  </>
)

const VersionsAndLicence = ({ buildId }: Pick<CareHome, 'buildId'>) => (
  <>
    <h2>Versions and licence</h2>
    <SummaryList
      rows={[
        { name: 'Rules', value: protocolVersion },
        { name: 'Program', value: buildId },
        { name: 'Licence', value: 'Apache 2.0. Letters: Atkinson Hyperlegible Next, SIL Open Font Licence.' },
      ]}
    />
    <p class="quiet small">
      Licences for other people’s work used here: <a href={paths.licences.worker}>the program</a>,{' '}
      <a href={paths.licences.letters}>the letters</a>.
    </p>
  </>
)

/** How people are kept safe, and their answers private. */
export function SafetyPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="Safety and privacy" wide>
      <h1>How we keep you safe</h1>
      <div class="side-by-side">
        <div>
          <ul>
            <li>Danger signs come first. One clear sign ends the check and tells you where to go.</li>
            <li>The most urgent answer wins. A later answer never makes it less urgent on its own.</li>
            <li>“Not sure” and skipped count as a possible yes.</li>
            <li>If you change an answer to a milder one, we ask again and show that it was changed.</li>
            <li>Every result says why, which rule it rests on, and what to watch for.</li>
            <li>A result is good for 24 hours. After that, check again.</li>
            <li>People wrote every sentence about your health. None is made up as you go.</li>
          </ul>
          <h2>Your answers</h2>
          {home.kind === 'device' ? (
            <p>
              Your answers stay in this browser, on this device. The check runs here, even with no internet. Nothing you
              say here is sent to us or to anyone else. Only a button that says so can send it.
            </p>
          ) : (
            <p>
              This page came from our server. Here, each form sends your answers to the server, which works out the next
              page and forgets them at once. Once Unclench has loaded fully, the check runs on your own device and sends
              nothing. Your browser must allow scripts for this.
            </p>
          )}
          <ul>
            <li>No sign-up, no adverts, no trackers.</li>
            <li>What is kept: your finished checks, plan, steps and doses, in your browser only.</li>
            <li>You can see all of it, save it as a file, or erase it.</li>
            <li>A question that waits for a check is in your browser only.</li>
            <li>
              Press the button for a PDF of your plan, and our server makes it. We get which steps you have. We keep
              nothing.
            </li>
            <li>
              If you ask for it, a copy goes to your account. It is locked on your device first, with words that only
              you have.
            </li>
            <li>Answers never go into a web address.</li>
          </ul>
          <ButtonLink href={paths.record}>See my record</ButtonLink>
        </div>
        <div>
          <h2>If you book a visit</h2>
          <ul>
            <li>
              Booking is different. Your name, your email and the visit go to our server, for the clinic you chose.
            </li>
            <li>
              Your plan and your record are not sent. Your last check goes only if you ask for it, and you see it first.
            </li>
            <li>A note to the therapist is kept locked. The key is kept in another place.</li>
            <li>Whoever has your private link can see, move or cancel the visit.</li>
            <li>To have it erased, ask the clinic. It says what must be kept by law, and until when.</li>
          </ul>
          <h2>Leave quickly</h2>
          <p>
            “Leave quickly” at the top of each page opens a weather page. Pressing Escape three times does the same. It
            hides this page, and what you typed on it and did not send is gone. It does not wipe your browser’s history
            or your record.
          </p>
        </div>
      </div>
    </CarePage>
  )
}
