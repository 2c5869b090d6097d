/** What an offer may say and take off, read once where staff send it. Pure. */
import { z } from 'zod'
import { dangerPhrases } from '../../care/check/free-text/danger-phrases.ts'
import { findClinicWords } from '../directory/clinic-words.ts'
import { oneLine } from '../people/typed-text.ts'
import type { NewOffer } from './offers.ts'
import { foldCode, type TakesOff } from './price-offers.ts'

/** An offer as staff typed it. */
export type TypedOffer = Readonly<Partial<Record<OfferField, string>>> & { readonly services: readonly string[] }
type OfferField = 'code' | 'words' | 'kind' | 'percent' | 'pounds' | 'firstDay' | 'lastDay' | 'mostUses'

/** One thing to put right. `field` is its place in the form. */
export interface OfferProblem {
  readonly field: OfferField | 'services'
  readonly text: string
}

/** An offer that can be kept, or every reason why not. */
export type ReadOffer =
  | { readonly ok: true; readonly offer: NewOffer }
  | { readonly ok: false; readonly problems: readonly OfferProblem[] }

/** Longest words of an offer, in characters. */
export const longestOfferWords = 200

/** Who has what: an offer is for a service, and never for somebody's health. */
const conditions =
  /\b(pains?|painful\w*|aches?|achy|aching|backaches?|spasms?|sciatica|arthritis|disc|discs|slipped|injur\w*|hurt\w*|sore\w*|stiff\w*|disab\w*|pregnan\w*|illness\w*|ill|sick\w*|disease\w*|conditions?|symptoms?|surgery|operations?|fractures?|osteoporosis|scoliosis|stenosis|depress\w*|anxi\w*|chronic|patients? with)\b/i

/** How somebody feels, with no name of what they have: "for anyone who is in agony". */
const feelings =
  /\b(agon(?:y|ies|i[sz]\w*)|suffer\w*|torment\w*|torture\w*|miser(?:y|able)|distress\w*|desperat\w*|discomfort|uncomfortable|ouch|throb\w*|twing\w*|cramp\w*|numb(?:ness)?|tingl\w*|burning|tender|tense|tension|tight(?:ness)?(?! budget)|knots|seized up|locked up|stuck|bad back|bad backs|dodgy back|crippl\w*|limp\w*|bedridden|unwell|poorly|dizz\w*|faint|frail|weak(?:ness)?|tired\w*|fatigue\w*|exhaust\w*|worn out|run down|burn(?:ed|t)?[- ]?out|stress\w*|struggl\w*|sleepless\w*|insomnia|worr(?:y|ied|ies|ying)|afraid|scared|sad|lonely|unhappy|griev\w*|grief|(?:can'?t|can’t|cannot) (?:sleep|move|bend|walk|sit|stand)|feel(?:s|ing|ings)?(?! free)|felt)\b/i

/** The same inside a code, where words stand together. */
const healthInCode =
  /pain|ache|spasm|sciati|arthri|pregnan|injur|disab|illness|sick|disease|surgery|symptom|scolio|stenos|osteo|depress|anxi|agony|agoni|suffer|miser|distress|desperat|discomfort|hurt|sore|cramp|unwell|poorly|exhaust|fatigue|stress|tension|insomnia|numb(?!er)|badback/i

const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2099-12-31')
const dayOf = (text: string | undefined) => day.safeParse(text?.trim()).data

/** Digits alone, with two after a point where pence are meant; `undefined` for anything else. */
const wholeOf = (text: string | undefined, least: number, most: number): number | undefined => {
  const typed = (text ?? '').trim()
  const number = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
  return number >= least && number <= most ? number : undefined
}
function penceOf(text: string | undefined): number | undefined {
  const [, pounds, pence = '0'] = /^£?\s?(\d{1,4})(?:\.(\d\d))?$/.exec((text ?? '').trim()) ?? []
  const sum = pounds === undefined ? 0 : Number(pounds) * 100 + Number(pence)
  return sum > 0 ? sum : undefined
}

/**
 * @param services ids of the clinic's services; what is none of them is not looked at
 * @param today ISO day at the clinic: an offer whose last day is past could never be used
 */
export function readOfferForm(typed: TypedOffer, services: readonly string[], today: string): ReadOffer {
  const typedCode = oneLine((typed.code ?? '').slice(0, 200))
  const code = typedCode.replaceAll(codeGaps, '').toUpperCase()
  const words = oneLine((typed.words ?? '').slice(0, longestOfferWords * 10).normalize('NFC'))
  const chosen = services.filter((id) => typed.services.includes(id))
  const takes = takesIn(typed)
  const [firstDay, lastDay] = [dayOf(typed.firstDay), dayOf(typed.lastDay)]
  const mostUses = wholeOf(typed.mostUses, 1, 10_000)
  const problems: OfferProblem[] = [
    ...codeProblems(typedCode),
    ...wordsProblems(words),
    ...(takes.ok ? [] : [takes.problem]),
    ...(chosen.length > 0 ? [] : [{ field: 'services' as const, text: 'Choose at least one service.' }]),
    ...(firstDay === undefined ? [{ field: 'firstDay' as const, text: 'Write the first day like 2027-03-01.' }] : []),
    ...(lastDay === undefined ? [{ field: 'lastDay' as const, text: 'Write the last day like 2027-03-31.' }] : []),
    ...(firstDay !== undefined && lastDay !== undefined && lastDay < firstDay
      ? [{ field: 'lastDay' as const, text: 'The last day is before the first.' }]
      : lastDay !== undefined && lastDay < today
        ? [{ field: 'lastDay' as const, text: 'The last day is past. Choose today or a later day.' }]
        : []),
    ...(mostUses === undefined ? [{ field: 'mostUses' as const, text: 'Enter how many uses, from 1 to 10000.' }] : []),
  ]
  if (problems.length > 0 || !takes.ok || !firstDay || !lastDay || mostUses === undefined)
    return { ok: false, problems }
  return { ok: true, offer: { code, words, takes: takes.takes, services: chosen, firstDay, lastDay, mostUses } }
}

type Takes = { readonly ok: true; readonly takes: TakesOff } | { readonly ok: false; readonly problem: OfferProblem }

function takesIn({ kind, percent, pounds }: TypedOffer): Takes {
  if (kind === 'free') return { ok: true, takes: { kind: 'free', off: null } }
  if (kind === 'percent') {
    const off = wholeOf(percent, 1, 99)
    if (off !== undefined) return { ok: true, takes: { kind, off } }
    return { ok: false, problem: { field: 'percent', text: 'Enter how many percent, from 1 to 99.' } }
  }
  if (kind === 'amount') {
    const off = penceOf(pounds)
    if (off !== undefined) return { ok: true, takes: { kind, off } }
    return { ok: false, problem: { field: 'pounds', text: 'Enter how many pounds, like 10 or 7.50.' } }
  }
  return { ok: false, problem: { field: 'kind', text: 'Choose what it takes off.' } }
}

/** What may stand between the letters and digits of a code: it is not kept, and booking does not look at it. */
const codeGaps = /[\s\p{Pd}]/gu

function codeProblems(typed: string): readonly OfferProblem[] {
  if (/^[A-Z\d]{4,20}$/i.test(typed.replaceAll(codeGaps, ''))) return codeSays(typed)
  return [{ field: 'code', text: 'A code has 4 to 20 letters (A to Z) and digits, like SPRING10.' }]
}

function codeSays(code: string): readonly OfferProblem[] {
  const inside = healthInCode.exec(foldCode(code))?.[0]
  if (inside === undefined) return saysTooMuch('code', code.replaceAll(/[^\p{L}]+/gu, ' '))
  return [{ field: 'code', text: `“${inside}” is about somebody’s health. A code is read by others.` }]
}

function wordsProblems(words: string): readonly OfferProblem[] {
  const { length } = [...words]
  if (length < 1 || length > longestOfferWords)
    return [{ field: 'words', text: `Enter what it is, with ${longestOfferWords} characters or fewer.` }]
  return saysTooMuch('words', words)
}

/** No promise, nothing of danger, and nothing of anybody's health: it would tell who books with it. */
function saysTooMuch(field: 'code' | 'words', text: string): readonly OfferProblem[] {
  const [word] = findClinicWords(text)
  if (word) return [{ field, text: `“${word.written}”: ${word.why}` }]
  const said = (conditions.exec(text) ?? feelings.exec(text))?.[0] ?? dangerPhrases(text)[0]?.quote
  if (said === undefined) return []
  return [{ field, text: `“${said}” is about somebody’s health. An offer is for a service, whoever comes.` }]
}
