/**
 * What stands above everything else on the front page and on the pages of today: that somebody is to be seen first, a danger
 * sign that was told and not yet checked, and the daily look while codeine is taken.
 */
import type { ComponentChildren } from 'preact'
import { inOwnWords } from '../../../care/check/own-words.ts'
import { programmeEvents } from '../../../care/record/person.ts'
import { type HumanHelp, humanHelp } from '../../../care/programme/human-help.ts'
import { highest } from '../../../care/programme/locks.ts'
import { toldSince } from '../../../care/record/told-since.ts'
import { openWarning, type Warning, withAllSigns } from '../../../care/programme/warnings.ts'
import { callNowWords, uk } from '../../../care/region.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { paths } from '../paths.ts'
import { ownAnswers } from '../record/own-answers.ts'
import type { RecordNow } from '../record/record-now.ts'
import { BeSeen, FullCheckButton, PersonHelp, Worse } from './programme-parts.tsx'
import { CallButton, CallLink } from '../../ui/call-button.tsx'

/** Codeine can hide the signs that the short check asks about, so it is asked each day (H-13). */
export function CodeineAsks({ inProgramme }: { inProgramme: boolean }) {
  return (
    <Callout title="One short look each day" look="warn">
      <p>
        You have written down codeine or the like. It can hide trouble with your bladder, your bowels or the feeling
        between your legs. So we ask again each day while you take it.
      </p>
      <ButtonLink href={inProgramme ? paths.miniCheck : paths.check}>
        {inProgramme ? 'Do the short check' : 'Do the check'}
      </ButtonLink>
    </Callout>
  )
}

/** What was told and still waits for the full check; null when nothing does. */
export function waiting(record: RecordNow): Warning | null {
  const { events, state, now } = record
  const warning = openWarning(programmeEvents(events), state, now)
  if (!warning) return null
  const all = withAllSigns(warning, toldSince(events, state))
  const answers = ownAnswers(record)
  return { ...all, reasons: all.reasons.map((reason) => ({ ...reason, words: inOwnWords(reason.words, answers) })) }
}

/** Does the record send this person for help, or to the full check because of a danger sign, before anything else? */
export const isHelpFirst = (record: RecordNow): boolean =>
  record.state.locks.length > 0 || isUrged(waiting(record)) || calledForToday(record) !== null

/**
 * The call for help today that the programme makes of a look back or of a pain number (evidence.md §6.4), as Today says it; null
 * where there is none, or a sign or a check calls for no less.
 */
export function calledForToday(record: RecordNow): HumanHelp | null {
  if (isUrged(saidFirst(record)) || isToBeSeenToday(record)) return null
  const help = humanHelp(record.state, record.now)
  return help.amount === 'today' ? help : null
}

/** On a page with a way of its own to the check: whom to call for what was told, and why; nothing where nothing calls for it. */
export function CalledFor({ record }: { record: RecordNow }) {
  const warning = saidFirst(record)
  const help = calledForToday(record)
  return (
    <>
      {warning && <WarningCallout warning={warning} />}
      {help && <PersonHelp help={help} answers={ownAnswers(record)} first look="plain" booking={false} check={false} />}
    </>
  )
}

const isUrged = (warning: Warning | null): warning is Warning => warning !== null && warning.how !== 'check'

/**
 * What of it is said: nothing less than what a check found that nobody has seen to. "Call 111" has no place before its 999.
 */
export function saidFirst(record: RecordNow): Warning | null {
  const warning = waiting(record)
  const { locks } = record.state
  if (!warning || locks.length === 0) return warning
  if (warning.how === 'check') return null
  return warning.how === 'today' && highest(locks) === 'emergency' ? null : warning
}

/**
 * The way to that help, where it is so.
 * @param look as for `BeSeen`
 */
export function HelpFirst({ record, look = 'go' }: { record: RecordNow; look?: 'go' | 'plain' }) {
  const warning = saidFirst(record)
  const help = calledForToday(record)
  return (
    <>
      {isUrged(warning) && (
        <>
          <WarningCallout warning={warning} />
          <FullCheckButton />
        </>
      )}
      {help && (
        <>
          <PersonHelp help={help} answers={ownAnswers(record)} first look={look} booking={false} check={false} />
          {record.state.fullDue && <FullCheckButton />}
        </>
      )}
      {record.state.locks.length > 0 && <SeenFirst record={record} look={look} />}
    </>
  )
}

function SeenFirst({ record: { state }, look }: { record: RecordNow; look: 'go' | 'plain' }) {
  return (
    <Callout title="Be seen first" look="warn">
      <p>Your check said to be seen first.</p>
      <BeSeen state={state} look={look} />
    </Callout>
  )
}

/**
 * The same above a page that looks back and shows words of a danger, with the check that waits for something less, such as a
 * fall; nothing where all is settled, or only to be seen within days.
 */
export function StillOpen({ record, look = 'plain' }: { record: RecordNow; look?: 'go' | 'plain' }) {
  if (isUrged(waiting(record)) || isToBeSeenToday(record) || calledForToday(record))
    return <HelpFirst record={record} look={look} />
  return waiting(record) ? <CheckFirst because={record.state.fullDue?.because} look={look} /> : null
}

/** The same, as far from what is below it as a question is from the next. */
export function StillOpenApart({ record }: { record: RecordNow }) {
  const open = StillOpen({ record })
  return open && <div class="question">{open}</div>
}

/** Whom to call for the worst that stands open, on a page with a way of its own to the check; nothing where all is settled. */
export function CallFirst({ record }: { record: RecordNow }) {
  return (
    <>
      <CalledFor record={record} />
      {isToBeSeenToday(record) && <SeenFirst record={record} look="plain" />}
    </>
  )
}

/** Does the worst that stands open call for 999 or A&E? */
export const isForNow = (record: RecordNow): boolean =>
  waiting(record)?.how === 'now' || highest(record.state.locks) === 'emergency'

const isToBeSeenToday = ({ state: { locks } }: RecordNow): boolean => ['emergency', 'urgent'].includes(highest(locks))

/** The whole check waits, and nothing more pressing does. */
export function CheckFirst({ because, look = 'go' }: { because: string | undefined; look?: 'go' | 'plain' }) {
  return (
    <Callout title="The check comes first" look="warn">
      <p>{because}</p>
      <FullCheckButton {...(look === 'go' && { look })} />
      <Worse />
    </Callout>
  )
}

/** In one line, beside what was told to a check: whom to call while nobody has seen them, for the worst that stands open. */
export function NotSeenYet({ record }: { record: RecordNow }) {
  const isNow = isForNow(record)
  if (!isNow && !isToBeSeenToday(record)) return <Worse />
  const number = isNow ? uk.emergencyNumber : uk.urgentNumber
  return (
    <p>
      <strong>Not seen yet?</strong> {isNow ? 'Go to A&E now, or' : 'Speak to someone today:'}{' '}
      <CallLink number={number}>call {number}</CallLink>.
    </p>
  )
}

/** That line above a page that is open meanwhile, where somebody is to be seen today; nothing where not. */
export const SeenTodayLine = ({ record }: { record: RecordNow | null }) =>
  record && isToBeSeenToday(record) ? <NotSeenYet record={record} /> : null

/** Told, and not yet checked: the way to help stays in sight until the full check is done. */
export function WarningCallout({ warning }: { warning: Warning }) {
  if (warning.how === 'check') return <Worse />
  return (
    <Callout title={titleOf(warning)} look="warn">
      <Because {...warning} />
      {warning.how === 'now' && (
        <p>
          <strong>{askedOf(warning)}</strong> {goNow(warning)}
          {warning.routes[0] !== '999' && ' Do not drive yourself.'}
        </p>
      )}
      <CallButton number={numberOf(warning)} />
      {warning.reasons.length === 0 && <TalkToSomeone />}
      <AllSigns />
    </Callout>
  )
}

/**
 * The same above a question that is to be in sight with its answers on a phone: the call, and one line of when. The rest is
 * behind a tap.
 * @param more stands there first
 */
export function WarningInShort({ warning, more }: { warning: Warning; more: ComponentChildren }) {
  const isUnnamed = warning.reasons.length === 0
  return (
    <Callout title={titleOf(warning)} look="warn">
      {warning.how === 'now' && (
        <p>
          {askedOf(warning)} {goNow(warning)}
        </p>
      )}
      <CallButton number={numberOf(warning)} />
      <Details summary={isUnnamed ? 'Talk to someone, and more' : 'Why, and all emergency signs'}>
        {more}
        <Because {...warning} />
        {warning.how === 'now' && warning.routes[0] !== '999' && <p>Do not drive yourself.</p>}
        {isUnnamed && <TalkToSomeone />}
        <AllSigns />
      </Details>
    </Callout>
  )
}

const titleOf = ({ how }: Warning): string => (how === 'now' ? 'This may need help now' : 'Speak to someone today')
const numberOf = ({ how }: Warning): string => (how === 'now' ? uk.emergencyNumber : uk.urgentNumber)
const askedOf = ({ reasons }: Warning): string =>
  reasons.length > 0 ? 'New, or worse than before?' : 'New, worse than before, or not safe?'
const goNow = ({ routes }: Warning): string =>
  routes[0] === '999' ? `${callNowWords(uk.emergencyNumber)}.` : 'Go to A&E now.'

const Because = ({ reasons }: Pick<Warning, 'reasons'>) =>
  reasons.length === 0 ? (
    <p>You told us about a danger sign.</p>
  ) : (
    reasons.map(({ words }) => <p key={words}>{words}</p>)
  )

/** The record does not say which sign it was, for privacy: the same words for all, which fit the most private too. */
const TalkToSomeone = () => (
  <p>
    Do you need to talk to someone? Call <CallLink number={uk.urgentNumber} />, option 2, or Samaritans on{' '}
    <CallLink number="116123" />, day and night.
  </p>
)

const AllSigns = () => (
  <p>
    <a href={paths.emergency}>All emergency signs, and whom to call</a>
  </p>
)
