/**
 * What was asked of the search, in one line, where a phone has no room for the form beside the list: the form is folded
 * away until the line is pressed. A desk shows the form and not the line. By address alone, so that it needs no script.
 */
import { insurers, type Payer } from '../../clinic/directory/insurers.ts'
import { treatments } from '../../clinic/directory/treatments.ts'
import { Icon } from '../ui/icons.tsx'
import { type Asked, fieldOf } from './read-search.ts'
import { languageWords } from './words.ts'

/** Where the form stands on the page of a search that has been made. */
export const searchFormId = 'search'
/** Where the plan of the town stands. */
const planId = 'plan'

const payerWords = (payer: Payer) =>
  payer.kind === 'self' ? 'I pay' : payer.kind === 'insurer' ? insurers[payer.id].name : payer.typed.slice(0, 40)

/** "E2 · Physiotherapy, first visit · I pay · 2 choices more". */
export function askedWords({ typed, place, search, payer }: Asked): string {
  const more = Object.values(fieldOf).filter((field) => field !== 'pays' && field !== 'language' && typed[field]).length
  return [
    place?.ok ? place.place.label : 'Everywhere',
    treatments[search.treatment].name,
    payerWords(payer),
    ...(search.language ? [languageWords(search.language)] : []),
    ...(more > 0 ? [more === 1 ? '1 choice more' : `${more} choices more`] : []),
  ].join(' · ')
}

/** The line, and the way to the plan where somebody stands on it. */
export function AskedFor({ asked, hasPlan }: { readonly asked: Asked; readonly hasPlan: boolean }) {
  return (
    <p class="asked-for">
      <a class="button slim" href={`#${searchFormId}`}>
        <Icon name="search" size={20} />
        <span>
          <span class="unseen">Change the search: </span>
          {askedWords(asked)}
        </span>
      </a>
      {hasPlan && (
        <a class="button slim" href={`#${planId}`}>
          Map
        </a>
      )}
    </p>
  )
}
