/**
 * The proof of what somebody said to the letters of a clinic: what was done, about which topics, and the words that were shown.
 * Never: changes a row of it, nor decides who gets letters.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import type { Topic } from './topics.ts'

/** What was done, as the proof says it. */
export type ConsentAct =
  | 'asked'
  | 'confirmed'
  | 'refused'
  | 'changed'
  | 'left'
  | 'left-by-mail-program'
  | 'bounced'
  | 'put-back'

interface Consent extends SubscriberKey {
  readonly what: ConsentAct
  readonly topics: readonly Topic[]
  readonly shown: string
  readonly memberId?: string
}

/** Adds to the proof. Call it in the transaction of the act itself. */
export async function writeConsent(trx: ClinicTransaction, consent: Consent): Promise<void> {
  const { clinicId, subscriberId, what, topics, shown, memberId = null } = consent
  await sql`insert into letter_consents (clinic_id, subscriber_id, what, topics, shown, member_id)
    values (${clinicId}, ${subscriberId}, ${what}, ${[...topics]}::text[], ${shown}, ${memberId})`.execute(trx)
}

/** Names one subscriber of a clinic. */
export interface SubscriberKey {
  readonly clinicId: string
  readonly subscriberId: string
}
