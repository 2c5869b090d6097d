/**
 * What a therapist may say they help with. A list and not free text, so that a search finds it and no claim hides in it.
 * It is what the therapist says of themselves, not proof that it helps; and asking for one is health data, so it never
 * stands in an address.
 */

/** Words by id, as `therapists.conditions` holds them. */
export const conditions = {
  'back-spasm': 'Back spasm',
  'leg-pain': 'Back pain that goes down a leg',
  'long-pain': 'Back pain that has lasted long',
  pregnancy: 'Back pain in pregnancy',
  'after-operation': 'After back surgery',
  older: 'Backs past seventy',
  lifting: 'Getting back to lifting',
  'desk-work': 'Getting back to desk work',
  sport: 'Getting back to sport',
} as const

export type ConditionId = keyof typeof conditions

/** Whether there is such a condition. */
export const isCondition = (id: string): id is ConditionId => Object.hasOwn(conditions, id)
