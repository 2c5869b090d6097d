/** A letter as its readers get it, a test of it, and its time. */
import type { Readers } from '../../../clinic/letters/who-reads.ts'
import type { StaffLetter } from '../../../clinic/letters/read-letters.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { describedBy } from '../../ui/form-parts.tsx'
import { LabelledField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { PostButton, ToLetters } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { BeforeItGoes, PagesInOrder, SendNow } from './before-it-goes.tsx'
import { NoMailLeaves } from './no-mail-leaves.tsx'

/** How fast letters may go, in letters a minute. [C] */
export const paces: readonly number[] = [60, 200, 600]

/** The time as typed. */
export interface TypedTime {
  readonly day: string
  readonly time: string
  readonly perMinute: string
}

interface LookProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly letter: StaffLetter
  readonly readers: readonly Readers[]
  readonly plain: string
  readonly from: string
  readonly zone: string
  readonly typed: TypedTime
  readonly problems: readonly Problem[]
  readonly said?: string | undefined
  /** Was “Send it now” pressed once? */
  readonly asksNow: boolean
}

export function LookPage(props: LookProps) {
  const { home, here, letter, readers, plain, from, zone, typed, problems, said, asksNow } = props
  const { letterId, subject, state } = letter
  return (
    <ConsolePage
      home={home}
      here={here}
      title={problems.length > 0 ? 'Error: Look at the letter' : 'Look at the letter'}
    >
      <ToLetters />
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        <bdi>{subject}</bdi>
      </h1>
      {said && (
        <p class="callout" role="status">
          {said}
        </p>
      )}
      <NoMailLeaves home={home} />
      <div class="letter-acts">
        <a class="button" href={consolePaths.letterPicture(letterId, false)} target="_blank" rel="noopener">
          As a picture<span class="unseen"> (opens in a new tab)</span>
        </a>
        <a class="button" href={consolePaths.letterPicture(letterId, true)} target="_blank" rel="noopener">
          As at night<span class="unseen"> (opens in a new tab)</span>
        </a>
        <PostButton action={consolePaths.letterActs(letterId)} fields={{ do: 'tested' }}>
          Send me a test
        </PostButton>
        <a class="button" href={consolePaths.letter(letterId)}>
          {state === 'draft' ? 'Change it' : 'What became of it'}
        </a>
      </div>
      <div class="letters-desk">
        <section aria-labelledby="plain">
          <h2 id="plain">As plain text</h2>
          <p class="small quiet">
            From {from}. It holds no pictures, so with pictures off it looks the same. A test goes to{' '}
            {here.member.email}.
          </p>
          <pre class="as-sent letter-plain">{plain}</pre>
        </section>
        <aside class="letters-side">
          <PagesInOrder letter={letter} />
          {state === 'draft' && <BeforeItGoes {...{ letter, readers, plain }} />}
          {state === 'draft' && <WhenForm {...{ letter, readers, zone, typed, problems, asksNow }} />}
        </aside>
      </div>
    </ConsolePage>
  )
}

type WhenProps = Pick<LookProps, 'letter' | 'readers' | 'zone' | 'typed' | 'problems' | 'asksNow'>

function WhenForm({ letter, readers, zone, typed, problems, asksNow }: WhenProps) {
  const count = readers.find(({ topic }) => topic === letter.topic)?.willGet ?? 0
  return (
    <section class="panel" aria-labelledby="when">
      <h2 id="when">When</h2>
      <SendNow {...{ letter, count, paces }} isAsked={asksNow} />
      <form method="post" action={consolePaths.letterActs(letter.letterId)} novalidate>
        <input type="hidden" name="do" value="scheduled" />
        <input type="hidden" name="version" value={letter.version} />
        <DateTime name="day" type="date" legend="Day" typed={typed.day} problems={problems} />
        <DateTime
          name="time"
          type="time"
          legend={`Time (${zone.split('/').at(-1)?.replaceAll('_', ' ')})`}
          typed={typed.time}
          problems={problems}
        />
        <label class="ask" for="perMinute">
          How fast
        </label>
        <select class="field" id="perMinute" name="perMinute">
          {paces.map((pace) => (
            <option key={pace} value={pace} selected={String(pace) === typed.perMinute}>
              {pace} a minute
            </option>
          ))}
        </select>
        <div class="actions">
          <Button {...(!asksNow && { look: 'go' })}>Send it then</Button>
        </div>
      </form>
      <p class="small quiet">You can take it back until then, and stop it while it runs.</p>
    </section>
  )
}

interface DateTimeProps {
  readonly name: 'day' | 'time'
  readonly type: 'date' | 'time'
  readonly legend: string
  readonly typed: string
  readonly problems: readonly Problem[]
}

function DateTime({ name, type, legend, typed, problems }: DateTimeProps) {
  const error = errorOf(name, problems)
  return (
    <LabelledField {...{ name, legend, error }}>
      <input
        class="field"
        type={type}
        id={name}
        name={name}
        value={typed}
        aria-describedby={describedBy(name, undefined, error)}
        aria-invalid={error ? 'true' : undefined}
      />
    </LabelledField>
  )
}
