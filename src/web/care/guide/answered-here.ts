/**
 * What therapists answered here for everybody, as the guide lists and finds it. It lies with the server alone: a device keeps none
 * of it, since an answer may be taken back.
 */
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

/** Its own page. */
export const hrefOfAnswered = ({ id }: AnsweredHere): string => `${paths.answered}/${id}`
