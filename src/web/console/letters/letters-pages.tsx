/** The letters of a clinic: what was written, who reads, what came back, and the proof of a yes. */
import { topicNames, topics } from '../../../clinic/letters/topics.ts'
import type { StaffLetter } from '../../../clinic/letters/read-letters.ts'
import type { Proof, Readers } from '../../../clinic/letters/who-reads.ts'
import { Button } from '../../ui/button.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { ToLetters } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { chipOf, consentWords, letterWhen } from './letter-words.ts'
import { NoMailLeaves } from './no-mail-leaves.tsx'

interface Shown {
  readonly home: ConsoleHome
  readonly here: Here
  readonly zone: string
}

interface ListProps extends Shown {
  readonly letters: readonly StaffLetter[]
  readonly readers: readonly Readers[]
  /** How many ask at the moment, where it is very many. */
  readonly flood: number | undefined
  /** What became of the last press, one line each. */
  readonly said: readonly string[]
}

export function LettersPage({ home, here, zone, letters, readers, flood, said }: ListProps) {
  const now = home.now().epochMilliseconds
  const { intoFiles } = home.frame
  return (
    <ConsolePage home={home} here={here} title="Letters">
      <div class="line">
        <h1 tabindex={-1} data-focus>
          Letters
        </h1>
        <a class="button go" href={consolePaths.newLetter}>
          Write a letter
        </a>
      </div>
      {said.length > 0 && (
        <div class="callout" role="status">
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <NoMailLeaves home={home} />
      {flood !== undefined && (
        <p class="callout">
          <strong>Very many ask for letters: {flood} in the last hour.</strong> It may be a robot. Each address is asked
          once a day at most, and the questions go out slowly. There is nothing that you must do.
        </p>
      )}
      <div class="letters-desk">
        <section aria-labelledby="written">
          <h2 id="written">Written</h2>
          {letters.length === 0 && <p>None yet.</p>}
          <ul class="plain-list">
            {letters.map((letter) => (
              <li key={letter.letterId}>
                <p>
                  <a href={consolePaths.letter(letter.letterId)}>
                    <bdi>{letter.subject}</bdi>
                  </a>{' '}
                  <span class="chip">{chipOf(letter, { now, intoFiles })}</span>
                </p>
                <p class="small quiet">
                  {topics[letter.topic].name}. {letterWhen(letter, { zone, now, intoFiles })}{' '}
                  {countsLine(letter, intoFiles)}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <aside class="letters-side">
          <ReadersCard readers={readers} />
          <p>
            <a href={consolePaths.offers}>Offers with a code</a>
          </p>
          <BouncesCard />
          <ProofCard />
        </aside>
      </div>
    </ConsolePage>
  )
}

function countsLine({ state, counts }: StaffLetter, intoFiles: boolean | undefined): string {
  if (state === 'draft' || state === 'scheduled') return ''
  const parts = [
    `${intoFiles ? 'Made into files' : 'Handed over'}: ${counts.handedOver} of ${counts.readers}`,
    `bounced: ${counts.bounced}`,
    `left: ${counts.left}`,
  ]
  return `${parts.join(', ')}.`
}

/** Who would get a letter now. */
function ReadersCard({ readers }: { readonly readers: readonly Readers[] }) {
  return (
    <section class="panel" aria-labelledby="readers">
      <h2 id="readers">Who reads</h2>
      <table class="letters-table">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col">Said yes</th>
            <th scope="col">Left</th>
            <th scope="col">Does not arrive</th>
            <th scope="col">Will get it</th>
          </tr>
        </thead>
        <tbody>
          {readers.map(({ topic, saidYes, left, stopped, willGet }) => (
            <tr key={topic}>
              <th scope="row">{topics[topic].name}</th>
              <td>{saidYes}</td>
              <td>{left}</td>
              <td>{stopped}</td>
              <td>
                <strong>{willGet}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">
        Whoever shared a check gets no letter for a week, whatever it said. We do not know who opens a letter.
      </p>
    </section>
  )
}

function BouncesCard() {
  return (
    <section class="panel" aria-labelledby="bounces">
      <h2 id="bounces">Mails that came back</h2>
      <form method="post" action={consolePaths.bounces} enctype="multipart/form-data">
        <label class="ask" for="file">
          A mail or a mailbox file
        </label>
        <p class="hint" id="file-hint">
          From your mail program, as .eml or mbox, 190 kB at most. Larger ones: the command read-bounces.
        </p>
        <input class="field" type="file" id="file" name="file" aria-describedby="file-hint" />
        <div class="actions">
          <Button>Read it</Button>
        </div>
      </form>
      <p class="small quiet">
        A dead address gets no more letters, and its visits say so. Holiday notices change nothing. No mail is deleted.
      </p>
    </section>
  )
}

function ProofCard() {
  return (
    <section class="panel" aria-labelledby="proof">
      <h2 id="proof">Proof of a yes</h2>
      <form method="post" action={consolePaths.letterProof}>
        <LineField name="email" legend="Email" autocomplete="off" inputmode="email" />
        <div class="actions">
          <Button>Look it up</Button>
        </div>
      </form>
    </section>
  )
}

interface ProofProps extends Shown {
  readonly address: string
  readonly proof: readonly Proof[]
}

/** When, how and beside which words somebody said yes. */
export function ProofPage({ home, here, zone, address, proof }: ProofProps) {
  const now = home.now().epochMilliseconds
  return (
    <ConsolePage home={home} here={here} title="Proof of a yes">
      <ToLetters />
      <h1 tabindex={-1} data-focus>
        Proof of a yes
      </h1>
      <p>
        <bdi>{address}</bdi>
      </p>
      {proof.length === 0 && <p>This address never asked for letters of this clinic.</p>}
      <ol class="plain-list">
        {proof.map((one, index) => (
          <li key={index}>
            <p>
              <strong>{consentWords[one.what]}</strong>
              {one.member && ` (${one.member})`}, {momentOf(one.at, zone, now)}
            </p>
            <p class="small">{topicNames(one.topics) || 'No topic'}</p>
            <p class="small quiet as-sent">{one.shown}</p>
          </li>
        ))}
      </ol>
    </ConsolePage>
  )
}
