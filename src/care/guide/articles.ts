/** Every article of the guide, in the order of the shelves. Data only. */
import { isKeyOf } from '../evidence/closed-sets.ts'
import { childrenAndTeens } from './articles/children-and-teens.ts'
import { costsAndInsurance } from './articles/costs-and-insurance.ts'
import { doINeedAScan } from './articles/do-i-need-a-scan.ts'
import { drinkingWater } from './articles/drinking-water.ts'
import { driving } from './articles/driving.ts'
import { heatOrIce } from './articles/heat-or-ice.ts'
import { howItIsDiagnosed } from './articles/how-it-is-diagnosed.ts'
import { howLongItTakes } from './articles/how-long-it-takes.ts'
import { howToChooseAPhysio } from './articles/how-to-choose-a-physio.ts'
import { injectionsAndSurgery } from './articles/injections-and-surgery.ts'
import { isABoneOutOfPlace } from './articles/is-a-bone-out-of-place.ts'
import { isMyPostureToBlame } from './articles/is-my-posture-to-blame.ts'
import { lifting } from './articles/lifting.ts'
import { muscleRelaxantsAndOpioids } from './articles/muscle-relaxants-and-opioids.ts'
import { olderBacks } from './articles/older-backs.ts'
import { pregnancyAndAfterBirth } from './articles/pregnancy-and-after-birth.ts'
import { restOrMoving } from './articles/rest-or-moving.ts'
import { selfMassage } from './articles/self-massage.ts'
import { sleep } from './articles/sleep.ts'
import { spasmOrSciatica } from './articles/spasm-or-sciatica.ts'
import { sport } from './articles/sport.ts'
import { strength } from './articles/strength.ts'
import { stressAndMood } from './articles/stress-and-mood.ts'
import { stretches } from './articles/stretches.ts'
import { theFirstDay } from './articles/the-first-day.ts'
import { whatAPhysioDoes } from './articles/what-a-physio-does.ts'
import { whatCausesIt } from './articles/what-causes-it.ts'
import { whatIsASpasm } from './articles/what-is-a-spasm.ts'
import { whenToBook } from './articles/when-to-book.ts'
import { whenToGetHelp } from './articles/when-to-get-help.ts'
import { whereItHurts } from './articles/where-it-hurts.ts'
import { whichPainkiller } from './articles/which-painkiller.ts'
import { willItComeBack } from './articles/will-it-come-back.ts'
import { work } from './articles/work.ts'
import { type ArticleSlug, type ShelfId, shelves } from './shelves.ts'
import type { Article } from './types.ts'

/** The articles by name. */
export const articles: Readonly<Record<ArticleSlug, Article>> = {
  'when-to-get-help': whenToGetHelp,
  'spasm-or-sciatica': spasmOrSciatica,
  'do-i-need-a-scan': doINeedAScan,
  'how-it-is-diagnosed': howItIsDiagnosed,
  'when-to-book': whenToBook,
  'the-first-day': theFirstDay,
  'rest-or-moving': restOrMoving,
  'heat-or-ice': heatOrIce,
  'which-painkiller': whichPainkiller,
  'self-massage': selfMassage,
  stretches,
  'what-a-physio-does': whatAPhysioDoes,
  'how-to-choose-a-physio': howToChooseAPhysio,
  'costs-and-insurance': costsAndInsurance,
  'muscle-relaxants-and-opioids': muscleRelaxantsAndOpioids,
  'injections-and-surgery': injectionsAndSurgery,
  'what-is-a-spasm': whatIsASpasm,
  'where-it-hurts': whereItHurts,
  'what-causes-it': whatCausesIt,
  'is-my-posture-to-blame': isMyPostureToBlame,
  'is-a-bone-out-of-place': isABoneOutOfPlace,
  'drinking-water': drinkingWater,
  'how-long-it-takes': howLongItTakes,
  'will-it-come-back': willItComeBack,
  strength,
  lifting,
  work,
  driving,
  sleep,
  'stress-and-mood': stressAndMood,
  sport,
  'pregnancy-and-after-birth': pregnancyAndAfterBirth,
  'children-and-teens': childrenAndTeens,
  'older-backs': olderBacks,
}

/** The article of this name; nothing for a name that is none. */
export const articleOf = (slug: string): Article | undefined => (isKeyOf(articles, slug) ? articles[slug] : undefined)

/** The articles on a shelf, in order. */
export const articlesOn = (shelf: ShelfId): readonly Article[] =>
  shelves[shelf].articles.map((slug: ArticleSlug) => articles[slug])
