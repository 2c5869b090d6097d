/**
 * Is a text in English? The net reads nothing else, and whoever wrote in another language must be told so. By letters and by
 * the commonest little words of the languages most spoken in Britain; in doubt it counts as English, and nobody is told wrongly.
 * Data and one look at each word.
 */

const words = (row: string): ReadonlySet<string> => new Set(row.split(/\s+/))

/** Little words that English does not have, without accents. */
const foreign =
  words(`je ne pas les des une est dans avec mon ma mes jai suis peux sur aux et le la du que qui mal tres depuis dos jambe
 el los las una con mi mis muy tengo puedo no estoy desde duele espalda pierna orinar del al yo es por para dolor de siento ganas
 ich nicht kann und der das mein meine meinem habe mit ist bin auf zu seit ein eine kein keine rucken bein schmerzen im den dem pinkeln
 nie mam moge sie jest od boli mnie plecy bol noga czuje w z na mi siku po plecow nogi oddac moczu
 nao consigo minha meu meus com estou costas dor perna os um uma nas tenho urinar ha
 non riesco ho mia mio sono schiena gamba dolore fare il lo gli pipi piu alla nella che di
 nu pot sa am de spate durere picior mea meu simt urinez doare ma
 idrar yapamiyorum sirtim agriyor bacak cok var yok bir ve benim bacagim hissetmiyorum belim
 ik niet kan mijn een het rug been pijn heb plassen van en geen
 dydw ddim wedi gallu cefn poen nghefn fy yn nid alla`)
/** Little words that only English has; those that others share count for neither. */
const english =
  words(`i im ive my the and is it cant not of to when have has was with for but this that pain back leg feel dont in on at since are you
 hurts sore get got been like very what how so if or from after just be do does can will would no am an as me he she they`)
/** Also words of one of the languages above, so that they tell nothing. */
const shared = new Set([...foreign].filter((word) => english.has(word)))

const marks = /[\u0300-\u036f]/g
const fewestLetters = 4

/** Does this text look like another language than English? False for a text with hardly any letters. Total. */
export function isOtherLanguage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  if (letters.length < fewestLetters && !/[\u2e80-\u9fff\uac00-\ud7af]{2}/.test(text)) return false
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length
  if (latin * 2 < letters.length) return true
  const spoken = (
    text
      .normalize('NFKD')
      .replace(marks, '')
      .replaceAll('ł', 'l')
      .replaceAll('ı', 'i')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  ).filter((word) => !shared.has(word))
  const others = spoken.filter((word) => foreign.has(word)).length
  const ours = spoken.filter((word) => english.has(word)).length
  return others >= 2 && others > ours && others * 4 >= spoken.length
}
