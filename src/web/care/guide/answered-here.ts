/**
 * What therapists answered here for everybody, as the guide lists and finds it. A device asks the server for the whole list, so
 * that no word of a search goes there, and keeps it for some days, since an answer may be taken back (offline/kept-answers.ts).
 */
import type { EpochMs } from '../../../care/evidence/time.ts'
import { paths } from '../paths.ts'

/** One question that staff put before everybody, with its answer. Whoever asked is not in it. */
export interface AnsweredHere {
  readonly id: string
  readonly question: string
  readonly answer: string
  /** Who answered, where, on which register, and the day. */
  readonly signed: string
  /** Our note beside it, where it names a medicine or an amount. */
  readonly note: string | undefined
}

/** What is known of them now, the newest first. */
export interface AnsweredNow {
  readonly answers: readonly AnsweredHere[]
  /** When they were as here, where they could not be asked for now. */
  readonly keptAt?: EpochMs
}

/** Its own page. */
export const hrefOfAnswered = ({ id }: AnsweredHere): string => `${paths.answered}/${id}`
