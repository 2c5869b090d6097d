/** The guide as a whole: each statement has its claim, each claim a page, no page denies a rule, and all promised is there. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ClaimId, claimOf, claims } from '../evidence/claims.ts'
import { entriesOf, keysOf } from '../evidence/closed-sets.ts'
import { codeineMostDays, ibuprofenMostDays, limits, lowWeightKg } from '../medicines/limits.ts'
import { stepById } from '../relief/steps.ts'
import { articleOf, articles } from './articles.ts'
import { statedIn } from './needs-claim.proof.ts'
import { guideQuestions, questionOf } from './questions.ts'
import { type ArticleSlug, shelves } from './shelves.ts'
import { guideTreatments, treatmentOf } from './treatments.ts'
import { type Article, claimsIn, type Question, type Sentence, textOf, type Treatment } from './types.ts'

const every = keysOf(shelves).flatMap((shelf): readonly ArticleSlug[] => shelves[shelf].articles)

const inArticle = ({ short, heard, sections, whenNot }: Article): readonly Sentence[] => [
  ...short,
  ...heard.map(({ known }) => known),
  ...sections.flatMap((section) => ('lines' in section ? section.lines : [])),
  ...whenNot,
]
const inTreatment = ({ what, does, risk, risks, notFor, cost, heard }: Treatment): readonly Sentence[] => [
  ...[...what, does, ...risks, ...notFor, ...heard.map(({ known }) => known)],
  ...[risk, cost],
]
const written = [
  ...Object.values(articles).flatMap((article) => (article ? [{ at: article.slug, lines: inArticle(article) }] : [])),
  ...guideTreatments.map((treatment) => ({ at: treatment.slug, lines: inTreatment(treatment) })),
  ...guideQuestions.map(({ slug, answer }: Question) => ({ at: slug, lines: answer })),
]
const lines = written.flatMap(({ at, lines: some }) => some.map((line) => ({ at, line })))

/** The sentences that state something and name nothing that they rest on. */
const unclaimed = (all: readonly { readonly at: string; readonly line: Sentence }[]) =>
  all.flatMap(({ at, line }) => {
    const stated = claimsIn(line).length === 0 ? statedIn(textOf(line)) : []
    return stated.length > 0 ? [`${at} (${stated.join(', ')}): ${textOf(line)}`] : []
  })

describe('a sentence of the guide that states an effect, a dose, a level or what evidence says', () => {
  test('carries its claim', () => {
    expect(lines.length).toBeGreaterThan(600)
    expect(unclaimed(lines)).toEqual([])
  })
  test.each([
    ['effect', 'Ginger eases back pain.'],
    ['effect', 'A firm bed may help your back.'],
    ['effect', 'Cold water does not prevent a spasm.'],
    ['effect', 'Walking cuts the chance that it comes back.'],
    ['effect', 'It works well for most people.'],
    ['dose', 'Lie down for 20 minutes.'],
    ['dose', 'Hold it for ten seconds.'],
    ['dose', 'Do this twice a day.'],
    ['dose', 'Take 400 mg with food.'],
    ['dose', 'Most are well in 2 to 3 weeks.'],
    ['dose', 'It comes back for 7 in 10.'],
    ['level', 'With a fever, ring 111.'],
    ['level', 'That means A&E.'],
    ['level', 'Speak to someone today.'],
    ['level', 'A numb leg is no emergency.'],
    ['evidence', 'No trial shows that.'],
    ['evidence', 'Nobody has tested it.'],
    ['evidence', 'NICE is against it.'],
  ])('and one of them that carries none would be found, of the kind %s: %s', (kind, text) => {
    expect(statedIn(text)).toContain(kind)
    expect(unclaimed([{ at: 'planted', line: text }])).toHaveLength(1)
    expect(unclaimed([{ at: 'planted', line: { text, claims: ['heat-eases'] } }])).toEqual([])
  })
  test.each([
    'Do the check first.',
    'What makes it worse, and what eases it.',
    'Will it help my leg, my back, or both?',
    'How many days do I take it for, and how do I stop?',
    'Wear clothes you can move in. Bring someone if you like.',
    'A warm pack, a hot water bottle in its cover, a wrap, a bath or a shower.',
  ])('and what states nothing needs none: %s', (text) => expect(statedIn(text)).toEqual([]))
  test('and the line under a link has a short answer with claims behind it', () => {
    const bare = Object.values(articles).flatMap((article) =>
      article && statedIn(article.about).length > 0 && article.short.flatMap(claimsIn).length === 0
        ? [article.slug]
        : [],
    )
    expect(bare).toEqual([])
  })
})

describe('each claim', () => {
  const rooms = globSync('**/*.{ts,tsx}', { cwd: join(import.meta.dirname, '../..') })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/care\/evidence\/|\.(?:test|proof|fixtures)\./.test(path))
  const source = rooms.map((path) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).join('\n')
  const unused = (ids: readonly string[]) => ids.filter((id) => !source.includes(`'${id}'`))

  test('is said on some page', () => {
    expect(unused(keysOf(claims))).toEqual([])
  })
  test('and one that nobody says would be found', () => {
    expect(unused(['heat-eases', 'moon-phase-eases'])).toEqual(['moon-phase-eases'])
  })
  test('that is drawn under an article has a grade, and beside it a grade or an effect', () => {
    const bare = Object.values(articles).flatMap((article) => [
      ...(article?.bars ?? []).filter((id) => !claimOf(id).grade),
      ...(article?.drawn ?? []).filter((id) => !claimOf(id).effect && !claimOf(id).grade),
    ])
    expect(bare).toEqual([])
    expect(guideTreatments.filter(({ claim }) => !claimOf(claim).grade).map(({ slug }) => slug)).toEqual([])
  })
})

/** Every number in a text: "1,200" is 1200. */
const numbersIn = (text: string) =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([found]) => Number(found.replaceAll(',', '')))
/** Figures that a page may give of how much and how long, by what claims begin with. Ages and pregnancy are in their own rows. */
const mayGive = {
  'ibuprofen-dose': [
    limits.ibuprofen.singleMinMg,
    limits.ibuprofen.singleMaxMg,
    limits.ibuprofen.timesIn24h,
    limits.ibuprofen.gapHours,
  ],
  'ibuprofen-most': [limits.ibuprofen.mostIn24hMg, 24],
  'ibuprofen-days': [ibuprofenMostDays.adult, ibuprofenMostDays.from16To17, 16, 17],
  'ibuprofen-review': [3, 5],
  'paracetamol-dose': [
    ...[limits.paracetamol.singleMinMg, limits.paracetamol.singleMaxMg / 1000],
    ...[limits.paracetamol.timesIn24h, limits.paracetamol.gapHours],
  ],
  'paracetamol-most': [limits.paracetamol.mostIn24hMg / 1000, 24, 8, 500],
  'paracetamol-ask': [lowWeightKg],
  'codeine-days': [codeineMostDays, 18],
} as const satisfies Partial<Record<ClaimId, readonly number[]>>

describe('no page contradicts the medicine table', () => {
  const wrongFigures = (all: readonly { readonly says: string; readonly rests: readonly ClaimId[] }[]) =>
    all.flatMap(({ says, rests }) => {
      const allowed = entriesOf<keyof typeof mayGive, readonly number[]>(mayGive).filter(([id]) => rests.includes(id))
      if (allowed.length === 0 || rests.some((id) => !(id in mayGive))) return []
      const known = allowed.flatMap(([, figures]) => figures)
      return numbersIn(says).every((figure) => known.includes(figure)) ? [] : [says]
    })
  test('in the figures of its claims, nor of the sentences that rest on them', () => {
    const own = keysOf(mayGive).map((id) => ({ says: claimOf(id).says, rests: [id] }))
    expect(wrongFigures(own)).toEqual([])
    expect(wrongFigures(lines.map(({ line }) => ({ says: textOf(line), rests: claimsIn(line) })))).toEqual([])
  })
  test('and a wrong figure would be found', () => {
    expect(wrongFigures([{ says: 'Take 600 mg at once.', rests: ['ibuprofen-dose'] }])).toHaveLength(1)
    expect(wrongFigures([{ says: 'No more than 5 g in 24 hours.', rests: ['paracetamol-most'] }])).toHaveLength(1)
    expect(wrongFigures([{ says: 'Take it for 4 days.', rests: ['codeine-days'] }])).toHaveLength(1)
  })
  test('and no sentence gives milligrams without resting on the claim that holds them', () => {
    const loose = lines.filter(
      ({ line }) => /\d ?(?:mg|g)\b/.test(textOf(line)) && !claimsIn(line).some((id) => id in mayGive),
    )
    expect(loose).toEqual([])
  })
})

describe('no page contradicts the plan', () => {
  const minutesOf = (step: string) => [stepById.get(step)?.how, stepById.get(step)?.often].flat().join(' ')
  test('on how long warmth and cold stay on', () => {
    expect(minutesOf('heat-pack')).toContain('Stay for 15 minutes, 20 at most.')
    expect(claimOf('heat-dose').says).toContain('15 to 20 minutes, up to 3 or 4 times a day')
    expect(minutesOf('cold-pack')).toContain('Stay for 10 minutes, 15 at most.')
    expect(claimOf('cold-dose').says).toContain('10 to 15 minutes, up to 3 or 4 times a day')
  })
  test('on breathing, changing position and rest', () => {
    expect(minutesOf('slow-breathing')).toMatch(/about 4 seconds.*about 6 seconds.*2 to 4 times a day/)
    expect(claimOf('breathing-dose').says).toMatch(/4 seconds.*6, for 5 minutes.*2 to 4 times a day/)
    expect(minutesOf('keep-active')).toMatch(/every 20 to 30 minutes.*30 to 60 minutes at most/)
    expect(claimOf('active-dose').says).toContain('every 20 to 30 minutes')
    expect(claimOf('rest-dose').says).toContain('30 to 60 minutes at most')
  })
})

/** A danger sign in the words of the guide, and words that would wave it away. */
const sign =
  /between (?:the|your) legs|\bpee\b|\bpoo\b|bladder|bowels?\b|numb|weak(?:er)?\b|fever|shiver|both legs|chest|cancer/i
const wavedAway =
  /\b(?:is|are) (?:quite |very |often |mostly )?(?:normal|harmless|nothing|common)\b|no (?:need|reason) to|don[’']t worry|do not worry|can wait|will pass|goes away|part of a spasm|no danger sign|not a (?:danger|warning) sign/i
const denies = (text: string) => text.split(/(?<=[.?!])\s+/).some((one) => sign.test(one) && wavedAway.test(one))

describe('no page denies a danger sign', () => {
  test('in an article, a treatment, a question or a claim', () => {
    const found = [...lines.map(({ line }) => textOf(line)), ...keysOf(claims).map((id) => claimOf(id).says)].filter(
      denies,
    )
    expect(found).toEqual([])
  })
  test.each([
    'Numbness between the legs is normal after a long sit.',
    'A weak leg will pass when the spasm goes.',
    'A fever can wait until Monday.',
    'Trouble with pee is part of a spasm.',
    'With pain down both legs there is no need to ring anybody.',
  ])('and such words would be found: %s', (text) => expect(denies(text)).toBe(true))
})

/**
 * What the article that we answer covers, by its sections: where ours is (a: article, t: treatment, q: question), and the words
 * by which the text there names each topic; with a bar between them, one is enough.
 */
const articleMap: Readonly<Record<string, { readonly at: readonly string[]; readonly names: string }>> = {
  'what a spasm is and feels like': {
    at: ['a:what-is-a-spasm', 'q:what-does-a-spasm-feel-like', 'a:where-it-hurts'],
    names: 'tighten; sudden; sharp; stiff; hard to straighten',
  },
  'common causes': {
    at: ['a:what-causes-it', 'a:drinking-water', 'a:is-my-posture-to-blame'],
    names: 'strain; posture; fall; thirst|dry|water; age; fit; clear cause',
  },
  'tingling, numbness, weakness': {
    at: ['a:spasm-or-sciatica', 'a:when-to-get-help', 'a:where-it-hurts'],
    names: 'tingl; numb; weak; leg; arms',
  },
  'when to get help': { at: ['a:when-to-get-help', 'q:when-should-i-get-help'], names: '999; today; GP' },
  'rest and relaxing': {
    at: ['a:rest-or-moving', 't:rest', 't:relaxation'],
    names: 'rest; breath; muscles go; meditation',
  },
  'heat and ice': { at: ['a:heat-or-ice', 't:heat', 't:ice'], names: 'heat; ice; bath; wrap; in turn' },
  'massage by oneself': { at: ['a:self-massage', 't:self-massage'], names: 'circles; roller; ball; too sore to touch' },
  'shop-bought medicine': {
    at: ['a:which-painkiller', 't:ibuprofen', 't:paracetamol'],
    names: 'ibuprofen; paracetamol; gel',
  },
  'stretching at once': {
    at: ['a:stretches', 't:stretching', 'a:the-first-day'],
    names: 'knee to chest; cobra; child’s pose; cat-cow; twist; hamstring; at once',
  },
  strengthening: {
    at: ['a:strength', 't:strengthening', 't:core-strength', 't:pilates'],
    names: 'plank; bridge; bird dog; core; Pilates; dead bug',
  },
  'posture and chairs': {
    at: ['a:is-my-posture-to-blame', 't:posture', 't:back-belt'],
    names: 'posture; chair; low back; shoulders; feet; change position; belt',
  },
  'lifestyle, stress and lifting': {
    at: ['a:stress-and-mood', 'a:lifting', 't:avoid-lifting', 'a:work', 'a:sleep'],
    names: 'stress; lift; heavy; break; sleep; worr',
  },
  'physiotherapy and when to see one': {
    at: ['a:what-a-physio-does', 'a:when-to-book', 't:physiotherapy', 't:manipulation'],
    names: 'physio; exercise; by hand; 2 weeks',
  },
  'sports massage, deep tissue, trigger points': {
    at: ['t:massage', 't:trigger-points'],
    names: 'sports; deep-tissue; trigger-point; knot',
  },
  'TENS and ultrasound': { at: ['t:tens', 't:ultrasound'], names: 'TENS; ultrasound' },
  'acupuncture, chiropractic': {
    at: ['t:acupuncture', 't:chiropractic', 'a:is-a-bone-out-of-place'],
    names: 'needles; chiropractic; out of place',
  },
  yoga: { at: ['t:yoga'], names: 'yoga' },
  'prevention, sport, warming up': {
    at: ['a:will-it-come-back', 'a:sport', 't:walking'],
    names: 'warm up; sport; walk; learn',
  },
  'hydration, sports drinks, coffee': {
    at: ['a:drinking-water', 't:drinks'],
    names: 'water; sports drink; coconut water; coffee; alcohol; salt|sugar',
  },
  'diagnosis and pictures': {
    at: ['a:how-it-is-diagnosed', 'a:do-i-need-a-scan', 't:scans', 't:nerve-test'],
    names: 'ask; look|touch; x-ray; CT; MRI; nerve conduction',
  },
  'illnesses behind it, thin bones': {
    at: ['a:how-it-is-diagnosed', 'a:older-backs'],
    names: 'disc; stenosis; arthritis; thin bones; ankylosing spondylitis; sciatica',
  },
  'painkillers and relaxants by a doctor': {
    at: ['a:muscle-relaxants-and-opioids', 't:muscle-relaxants', 't:opioids', 't:steroid-tablets'],
    names: 'muscle relaxant; diazepam; opioid; steroid; prescription',
  },
  'injections and surgery': {
    at: ['a:injections-and-surgery', 't:injections', 't:surgery'],
    names: 'epidural; facet|small joint; surgery; nerve',
  },
  'how long it takes': { at: ['a:how-long-it-takes'], names: 'day; week; year' },
  'choosing a physio': {
    at: ['a:how-to-choose-a-physio'],
    names: 'register; review; friends; GP; near by; how soon; gyms; treat backs; massage',
  },
  'insurers and costs': { at: ['a:costs-and-insurance'], names: 'insur; NHS; price|cost; free' },
  'driving, pregnancy, children': {
    at: ['a:driving', 'a:pregnancy-and-after-birth', 'a:children-and-teens'],
    names: 'drive; pregnan; child',
  },
  'FAQ 1, causes and prevention': {
    at: ['q:what-causes-it-and-can-i-prevent-it'],
    names: 'strain; chance of the next',
  },
  'FAQ 2, stretching and exercise': { at: ['q:does-exercise-prevent-it'], names: 'stretch; exercise' },
  'FAQ 3, medical attention': { at: ['q:when-should-i-get-help'], names: '999; today' },
  'FAQ 4, at home': { at: ['q:what-can-i-do-at-home'], names: 'warm|heat; moving; ibuprofen|painkiller' },
  'FAQ 5, a physio near me': { at: ['q:where-can-i-find-a-physio'], names: 'near; Find a physio; register' },
  'FAQ 6, massage near me': { at: ['q:where-can-i-find-sports-massage'], names: 'massage; near|Find a physio' },
  'FAQ 7, what it feels like': { at: ['q:what-does-a-spasm-feel-like'], names: 'sudden; stiff; one side' },
}
const isThere = (place: string) => {
  const name = place.slice(2)
  if (place.startsWith('a:')) return articleOf(name) !== undefined
  return place.startsWith('t:') ? treatmentOf(name) !== undefined : questionOf(name) !== undefined
}

/** All that a page says on screen: not the words under which it is found. */
const saidOn = (place: string): string => {
  const [name, said] = [place.slice(2), (all: readonly Sentence[]) => all.map(textOf).join(' ')]
  const [article, treatment, question] = [articleOf(name), treatmentOf(name), questionOf(name)]
  if (place.startsWith('a:') && article) {
    const heads = article.sections.map(({ title }) => title)
    return said([
      article.title,
      article.about,
      ...heads,
      ...article.heard.map(({ heard }) => heard),
      ...inArticle(article),
    ])
  }
  if (place.startsWith('t:') && treatment)
    return said([treatment.name, ...treatment.heard.map(({ heard }) => heard), ...inTreatment(treatment)])
  return place.startsWith('q:') && question ? said([question.ask, ...question.answer]) : ''
}
/** The topics of a part that no page of it names. */
const unnamed = ({ at, names }: (typeof articleMap)[string]) => {
  const text = at.map(saidOn).join(' ')
  return names.split('; ').filter((words) => !new RegExp(`(?<![a-z])(?:${words})`, 'i').test(text))
}

describe('all that was promised is there', () => {
  test('every article of every shelf', () => {
    expect(every.filter((slug) => articles[slug] === undefined)).toEqual([])
  })
  test('every part of the article that we answer, and its seven questions', () => {
    const missing = Object.entries(articleMap).flatMap(([part, { at }]) =>
      at.filter((one) => !isThere(one)).map((one) => `${part}: ${one}`),
    )
    expect(missing).toEqual([])
    expect(isThere('a:moon-phases')).toBe(false)
  })
  test('and each of its topics is named in the text of those pages', () => {
    const lost = Object.entries(articleMap).flatMap(([part, one]) => unnamed(one).map((words) => `${part}: ${words}`))
    expect(lost).toEqual([])
    expect(unnamed({ at: ['t:yoga'], names: 'yoga; moon|tide' })).toEqual(['moon|tide'])
  })
  test('every article, treatment and question stands for some part, or is more than was asked', () => {
    const asked = new Set(Object.values(articleMap).flatMap(({ at }) => at))
    expect(every.filter((slug) => !asked.has(`a:${slug}`))).toEqual([])
    expect(guideTreatments.map(({ slug }) => slug).filter((slug) => !asked.has(`t:${slug}`))).toEqual(['keep-moving'])
    expect(guideQuestions.length).toBeGreaterThanOrEqual(32)
  })
  test('what a page leads to in the guide is there', () => {
    const leads = [...Object.values(articles), ...guideTreatments, ...guideQuestions].flatMap(
      (page) => page?.leads ?? [],
    )
    const lost = leads.flatMap((lead) =>
      lead.to === 'treatment' && !treatmentOf(lead.treatment)
        ? [lead.treatment]
        : lead.to === 'article' && !articleOf(lead.article)
          ? [lead.article]
          : [],
    )
    expect(lost).toEqual([])
  })
  test('the surest treatments come first', () => {
    const from = ['strong', 'moderate', 'weak', 'none', 'against']
    const order = guideTreatments.map(({ claim }) => from.indexOf(claimOf(claim).grade ?? 'none'))
    expect(order).toEqual([...order].sort((one, other) => one - other))
  })
})
