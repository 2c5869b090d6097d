/**
 * What stands above the questions of a check that was told elsewhere: in another tab, to the diary, to a check before it. As the
 * page is made, and on a page that lies open while it is told.
 * Never: sends somebody to the check who is doing one.
 */
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { CallFirst } from '../programme/today-warnings.tsx'
import { loadRecordOrLocked, type RecordNow } from '../record/record-now.ts'
import { recordAskedSince } from './begin-trail.ts'
import { ForNowElsewhere, ToldAboveQuestion, ToldSince } from './check-held.tsx'
import { CarryOnOffer } from './check-screen.tsx'
import { readDraft } from './keep-check.ts'
import type { Trail } from './trail.ts'

/** What stands above the questions of a screen: first of all, whom to call for what was told elsewhere. */
export async function aboveQuestions(home: CareHome, trail: Trail, stopped: string | null | undefined) {
  const isFirst = trail.steps.length === 0
  const record = await loadRecordOrLocked(home)
  const others = record && withoutLocksOf(record, trail.id)
  const held = others && others.state.locks.length > 0 ? others : null
  const isOlder = (await recordAskedSince(home, trail)) !== null
  const elsewhere = !isFirst && !trail.apart && (isOlder ? others : held)
  const carryOn = stopped && <CarryOnOffer href={stopped} />
  return (
    <>
      {isFirst && record ? <ToldAboveQuestion {...{ record, earlier: held, also: carryOn }} /> : carryOn}
      {elsewhere && <ForNowElsewhere record={elsewhere} />}
      {isOlder && <ToldSince />}
    </>
  )
}

/** Which check an address is a screen of; null where the check has none yet, undefined for any other page. */
function checkAt(path: string): string | null | undefined {
  if (path === paths.check) return null
  return /^\/check\/([^/]+)\/\d+$/.exec(path)?.[1]
}

/**
 * Whom to call for what was told while a screen of a check lies open, and the way to begin again where that is older; null for
 * any other page. Of what the check was told itself it says nothing.
 */
export async function toldWhileChecking(home: CareHome, path: string, record: RecordNow) {
  const check = checkAt(path)
  if (check === undefined) return null
  const trail = check === null ? null : await readDraft(home, check)
  const isOlder = trail !== null && (await recordAskedSince(home, trail)) !== null
  return (
    <>
      <CallFirst record={check === null ? record : withoutLocksOf(record, check)} />
      {isOlder && <ToldSince />}
    </>
  )
}

/** The record as if this check had closed nothing: of what it was told itself it need not be told. */
export function withoutLocksOf(record: RecordNow, check: string): RecordNow {
  const locks = record.state.locks.filter((lock) => lock.check !== check)
  return { ...record, state: { ...record.state, locks } }
}
