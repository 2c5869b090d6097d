/**
 * How much a treatment does, drawn on the scale on which it was measured, with the interval in which the truth likely lies.
 * What nobody has measured is a dashed, empty bar and the words "not known". Every number is in the words too.
 */
import type { Claim, Effect } from '../../care/evidence/claim.ts'

/** One effect: what it is of, the bar, and the numbers in words. */
export function EffectRow({ claim }: { claim: Pick<Claim, 'says' | 'effect'> }) {
  const { says, effect } = claim
  return (
    <div class="effect-row">
      <p>
        <strong>{says}</strong>
      </p>
      {effect && <p class="quiet small">{measuredWords(effect)}</p>}
      <EffectBar {...(effect && { effect })} />
      {effect ? (
        <>
          <p class="effect-ends">
            <span>{endWords(effect, 0)}</span>
            <span>{endWords(effect, 1)}</span>
          </p>
          <p>{foundWords(effect)}</p>
        </>
      ) : (
        <p>How much is not known.</p>
      )}
    </div>
  )
}

/** The bar alone; the words stand beside it. Without an effect it is dashed. */
export function EffectBar({ effect }: { effect?: Effect }) {
  if (!effect)
    return (
      <svg viewBox="0 0 240 30" preserveAspectRatio="none" aria-hidden="true">
        <rect class="unknown" x="1" y="6" width="238" height="18" rx="9" />
      </svg>
    )
  const { from, to } = effect.scale
  const at = (value: number) => tenth(Math.min(1, Math.max(0, (value - from) / (to - from))) * 240)
  const [low, high] = effect.likely ?? [effect.found, effect.found]
  return (
    <svg viewBox="0 0 240 30" preserveAspectRatio="none" aria-hidden="true">
      <rect class="scale-back" x="0" y="6" width="240" height="18" rx="9" />
      <rect class="likely" x={at(low)} y="6" width={tenth(at(high) - at(low))} height="18" rx="3" />
      <path class="found" d={`M${Math.min(238, Math.max(2, at(effect.found)))} 3v24`} />
    </svg>
  )
}

/** What was measured, in few words above a bar: "Less pain, against bed rest". */
export const measuredName = ({ of, against }: Pick<Effect, 'of' | 'against'>): string =>
  `${capital(of)}${against ? `, against ${against}` : ''}`

/** "More relief after 5 days with a heat wrap. 2 trials, 258 people." */
export function measuredWords({ trials, people, ...effect }: Effect): string {
  const count = [
    trials !== undefined && `${written(trials)} ${trials === 1 ? 'trial' : 'trials'}`,
    people !== undefined && `${written(people)} people`,
  ].filter(Boolean)
  return `${measuredName(effect)}.${count.length > 0 ? ` ${capital(count.join(', '))}.` : ''}`
}

/** "About 1.1 points, likely from 0.7 to 1.5." */
export function foundWords({ found, likely, unit }: Effect): string {
  const range = likely ? `, likely from ${rounded(likely[0])} to ${rounded(likely[1])}` : ''
  return `About ${rounded(found)} ${unit}${range}.`
}

/** "0 is none, 5 is complete." */
export const scaleWords = ({ scale: { from, to, words } }: Effect): string =>
  `${written(from)} is ${words[0]}, ${written(to)} is ${words[1]}.`

const endWords = ({ scale }: Effect, end: 0 | 1) => `${written(end === 0 ? scale.from : scale.to)} ${scale.words[end]}`
/** Finer near nought: 0.02 is not the same as none. */
const rounded = (value: number) => {
  const size = Math.abs(value)
  return written(size < 1 ? Math.round(value * 100) / 100 : size < 10 ? tenth(value) : Math.round(value))
}
/** A minus, not a hyphen: it is read aloud. */
const written = (value: number) => value.toLocaleString('en-GB').replace('-', '−')
const tenth = (value: number) => Math.round(value * 10) / 10
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
