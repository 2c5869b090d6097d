/** Who gives what at a time, for how much, and where: for a time that can be held, and for one that is kept for somebody. */
import { referralNeeded } from '../../../clinic/mail/mail-texts.ts'
import { moneyWords } from '../words.ts'

interface TimeCardProps {
  readonly therapist: string
  readonly service: {
    readonly name: string
    readonly minutes: number
    readonly pricePence: number
    readonly needsReferral: boolean
  }
  readonly clinic: string
  readonly place: string
  /** One of several: the price is for each. */
  readonly each?: boolean
}

/** The lines under the time itself. */
export const TimeCard = ({ therapist, service, clinic, place, each = false }: TimeCardProps) => (
  <p>
    <strong>{therapist}</strong>
    <br />
    {service.name}, {service.minutes} min, {moneyWords(service.pricePence)}
    {each && ' each'}
    {service.needsReferral && (
      <>
        <br />
        {referralNeeded}
      </>
    )}
    <br />
    {clinic}, {place}
  </p>
)
