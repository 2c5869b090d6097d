/** The form of the search: plain HTML, by GET, so that what was asked stands in the address and can be passed on. */
import { conditions } from '../../clinic/directory/conditions.ts'
import { insurerIds, insurers } from '../../clinic/directory/insurers.ts'
import { treatments } from '../../clinic/directory/treatments.ts'
import { Icon } from '../ui/icons.tsx'
import { searchFormId } from './asked-for.tsx'
import { findPaths } from './paths.ts'
import { withinOffered } from '../../clinic/availability/looser-searches.ts'
import { defaultMiles, defaultTreatment, milesOffered, type Typed } from './read-search.ts'
import { languageWords } from './words.ts'

interface Option {
  readonly value: string
  readonly text: string
}

function Select(props: { name: string; label: string; options: readonly Option[]; chosen: string }) {
  const { name, label, options, chosen } = props
  return (
    <label class="asks" for={name}>
      <span class="ask">{label}</span>
      <select class="field" id={name} name={name}>
        {options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function Box({ name, text, ticked }: { name: string; text: string; ticked: boolean }) {
  return (
    <label class="chip">
      <input type="checkbox" name={name} value="yes" checked={ticked} />
      <span>{text}</span>
    </label>
  )
}

const withinWords = { 0: 'Today', 2: 'Within 2 days', 7: 'Within a week' } as const
const any = { value: '', text: 'Any' }

interface FindFormProps {
  readonly typed: Typed
  /** What to do about the place, if anything. */
  readonly placeError?: string | undefined
  /** Codes that somebody in the directory speaks. */
  readonly languages: readonly string[]
  /** On a phone it stands folded until the line of what was asked is pressed (`AskedFor`). */
  readonly isFolded?: boolean
}

/** Where, what for, who pays; the rest folded away until it is wanted or in use. */
export function FindForm({ typed, placeError, languages, isFolded = false }: FindFormProps) {
  const services = Object.entries(treatments).map(([value, { name }]) => ({ value, text: name }))
  const payers = insurerIds.map((value) => ({ value, text: insurers[value].name }))
  return (
    <search id={searchFormId} class={isFolded ? 'folded' : undefined}>
      <form method="get" action={`${findPaths.find}#count`} class="find">
        <div class="find-form">
          <label class={placeError ? 'asks wrong' : 'asks'} for="place">
            <span class="ask">Where</span>
            {placeError && (
              <span id="place-error" class="error">
                {placeError}
              </span>
            )}
            <input
              class="field"
              id="place"
              name="place"
              value={typed.place}
              maxlength={200}
              autocomplete="off"
              placeholder="Place or postcode"
              aria-invalid={placeError ? 'true' : undefined}
              aria-describedby={placeError ? 'place-error' : undefined}
            />
          </label>
          <Select name="service" label="What for" options={services} chosen={typed.service || defaultTreatment} />
          <Select
            name="pays"
            label="Who pays"
            options={[{ value: '', text: 'I pay' }, ...payers]}
            chosen={typed.pays}
          />
          <button class="button slim" type="submit">
            <Icon name="search" size={20} /> Search
          </button>
        </div>
        <div class="near-me" data-near-me={findPaths.districts} hidden>
          <button class="button slim plain" type="button">
            Use where I am
          </button>
          <p class="quiet small">
            Your browser asks you first. Where you are stays on this device: only a district like E2 goes in the box.
          </p>
          <p role="status" />
        </div>
        <fieldset class="chips">
          <legend class="unseen">Only show</legend>
          <Box name="evenings" text="Evenings" ticked={typed.evenings} />
          <Box name="weekends" text="Weekends" ticked={typed.weekends} />
          <Box name="video" text="Video" ticked={typed.video} />
          <Box name="stepfree" text="Step-free" ticked={typed.stepfree} />
        </fieldset>
        <MoreToChoose {...{ typed, languages }} />
      </form>
    </search>
  )
}

/** Folded away until one of it is in use. */
function MoreToChoose({ typed, languages }: Pick<FindFormProps, 'typed' | 'languages'>) {
  const isFiltered = [typed.language, typed.gender, typed.within, typed.miles].some((value) => value !== '')
  return (
    <details open={isFiltered}>
      <summary>More to choose</summary>
      <div class="find-more">
        <Select
          name="miles"
          label="How far"
          options={milesOffered.map((miles) => ({
            value: String(miles),
            text: miles === 1 ? '1 mile' : `${miles} miles`,
          }))}
          chosen={typed.miles || String(defaultMiles)}
        />
        <Select
          name="within"
          label="First free time"
          options={[any, ...withinOffered.map((days) => ({ value: String(days), text: withinWords[days] }))]}
          chosen={typed.within}
        />
        <Select
          name="language"
          label="Language"
          options={[any, ...languages.map((code) => ({ value: code, text: languageWords(code) }))]}
          chosen={typed.language}
        />
        <Select
          name="gender"
          label="Therapist"
          options={[any, { value: 'woman', text: 'A woman' }, { value: 'man', text: 'A man' }]}
          chosen={typed.gender}
        />
        <Select
          name="sort"
          label="Order"
          options={[
            { value: 'soonest', text: 'Soonest first' },
            { value: 'nearest', text: 'Nearest first' },
          ]}
          chosen={typed.sort || 'soonest'}
        />
      </div>
    </details>
  )
}

/** Asks what somebody wants help with. By POST: it is about their health, so it never stands in an address. */
export function NeedForm({ typed }: { typed: Typed }) {
  const { need, ...others } = typed
  const options = Object.entries(conditions).map(([value, text]) => ({ value, text }))
  return (
    <details open={need !== ''} class="need">
      <summary>Who helps with…</summary>
      <form method="post" action={findPaths.find} class="find-more">
        {Object.entries(others).map(([name, value]) =>
          value === '' || value === false ? null : (
            <input key={name} type="hidden" name={name} value={value === true ? 'yes' : value} />
          ),
        )}
        <Select name="need" label="What you want help with" options={[any, ...options]} chosen={need} />
        <button class="button slim" type="submit">
          Show who says so
        </button>
        <p class="quiet small">This is what therapists say of themselves. Your answer is not put in the address.</p>
      </form>
    </details>
  )
}
