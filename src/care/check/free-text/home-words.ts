/**
 * Does a text speak of somebody at home in words that the net cannot place? Such words may tell of harm without naming it ("it
 * happened when he came home"), so whatever shows or passes on a text keeps these to the person (hazard H-17). They ask
 * nothing and answer nothing: what is named plainly is heard by the signs of I4.
 */
import { tokensOf } from './tokens.ts'

const words = (row: string): ReadonlySet<string> => new Set(row.split(/\s+/))

/** Somebody who may live with the person, or once did. */
const people =
  words(`husband husbands hubby hubbys wife wifes partner partners boyfriend boyfriends bf girlfriend girlfriends gf ex exs fiance fiancee missus
 dad dads father stepdad stepfather mum mums mam mother stepmum stepmother son sons daughter daughters stepson stepdaughter brother
 brothers sister sisters uncle cousin grandson carer carers housemate flatmate landlord lodger inlaw inlaws laws family`)
/** Not counted beside the body, unless "I" or "me" is there: a carer who answers for another says "she" of the one in pain. */
const pronouns = words('he hes hed hell she shes shed him')
const body = words('back backs spine pain pains sore leg legs hip neck disc sciatica spasm hurts aching')
const own = words('i im ive id ill me myself')

/** With one of these near, what is said of somebody is plain, and no harm. */
const plain =
  words(`says said thinks thought reckons worries worried noticed asks asked suggested helps helped helping help rubbed rubs rub massaged massages
 massage drove drives drive driving cooks cooked cooking washes washed bought brought lifts lifted lifting lift carries carried carrying
 picking picked holding snores nurse doctor physio paramedic gp midwife lovely kind supportive great brilliant helpful worried asleep sleeping
 pregnant died dead disabled poorly away abroad old cancer stroke arthritis osteoporosis diabetes sciatica disc surgery operation heart
 clot clots copd parkinsons dementia ms epilepsy asthma shingles sepsis tumour leukaemia lymphoma myeloma melanoma warfarin aneurysm spondylitis great good amazing brill
 birthday wedding rugby playing bathing nursing feeding autism diabetic adhd`)
/** With one of these in its sentence nothing is plain. */
const never =
  words(`angry drunk drinking temper rage raging shout shouts shouted shouting scream screams screamed argue argued arguing argument row fight
 fighting fought police court refuge hide hiding secret secrets tell know knows find finds listening watching leave leaving marriage marry divorce
 safe unsafe scared afraid frightened terrified threat threats threatens control controls controlling allowed let lets locked locks lock knife gun
 hit hits hurt hurts hurting push pushed shove shoved grab grabs grabbed throw throws threw kick kicked punch punched slap slapped choke choked
 rough force forced forces fault blames blame made makes making did does done`)

/** The lists by their names. */
export const homeWords = { people, pronouns, body, own, plain, never } as const

const near = 4

/**
 * Are these words for the person alone? Total.
 * @param tellsOfBody whether a sentence tells a danger of the body: said of somebody else alone, that is the one in pain
 */
export function maySpeakOfHome(text: string, tellsOfBody: (sentence: string) => boolean): boolean {
  const tokens = tokensOf(text)
  const isOwn = tokens.some(({ word }) => own.has(word)) || !tokens.some(({ word }) => body.has(word))
  let first = 0
  for (let at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && tokens[at]?.kind !== 'stop') continue
    const sentence = tokens.slice(first, at)
    const spoken = sentence.map(({ word }) => word)
    first = at + 1
    if (!isUnplaced(spoken, isOwn)) continue
    if (spoken.some((word) => own.has(word) || never.has(word))) return true
    if (!tellsOfBody(text.slice(sentence[0]?.start, sentence.at(-1)?.end))) return true
  }
  return false
}

function isUnplaced(sentence: readonly string[], isOwn: boolean): boolean {
  const isRed = sentence.some((word) => never.has(word))
  return sentence.some((word, at) => {
    if (!people.has(word) && !(isOwn && pronouns.has(word))) return false
    return isRed || !sentence.slice(Math.max(0, at - near), at + near + 1).some((one) => plain.has(one))
  })
}
