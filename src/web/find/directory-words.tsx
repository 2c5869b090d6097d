/** What the directory's ids are called here, and the guide's grade of a treatment. */
import { insurerIds, insurers } from '../../clinic/directory/insurers.ts'
import { isProfessionId, professions } from '../../clinic/directory/professions.ts'
import { isTreatmentId, treatments } from '../../clinic/directory/treatments.ts'
import { EvidenceBar } from '../ui/evidence-bar.tsx'

/** "Physiotherapist". An id that is none is said as it is. */
export const professionWords = (id: string): string => (isProfessionId(id) ? professions[id].name : id)

/** "Aviva, WPA". What a clinic typed itself stands as typed. */
export const insurersWords = (listed: readonly string[]): string =>
  listed
    .map((each) => insurerIds.find((id) => id === each))
    .map((id, index) => (id ? insurers[id].name : (listed[index] ?? '')))
    .join(', ')

/** How sure the guide is of a treatment, beside its price. `full`: with what the grade is of. */
export function TreatmentGrade({ treatment, full = false }: { treatment: string; full?: boolean }) {
  if (!isTreatmentId(treatment)) return <span class="quiet">Not in our guide</span>
  const { proof } = treatments[treatment]
  if (proof.is === 'notATreatment') return <span class="quiet">Not a treatment</span>
  return <EvidenceBar grade={proof.grade} {...(full && { about: proof.about })} />
}

/** What to say honestly of a treatment, if it is one of ours. */
export const honestWords = (treatment: string): string | undefined =>
  isTreatmentId(treatment) ? treatments[treatment].proof.honest : undefined
