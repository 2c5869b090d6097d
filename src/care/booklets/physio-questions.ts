/**
 * "Questions for my physio": what to tell, what to ask, and room for the answers. The choice of questions is ours [C]; a
 * question states nothing.
 */
import type { SourceId } from '../evidence/sources.ts'
import { howToChooseAPhysio } from '../guide/articles/how-to-choose-a-physio.ts'
import { whatAPhysioDoes } from '../guide/articles/what-a-physio-does.ts'
import { movements } from '../movement/movements.ts'
import { articleParts, claimParts, claimsBehind, type OfArticle, sourcesBehind } from './from-guide.ts'
import { alarm, sourceParts, whenToGetHelp } from './parts.ts'
import type { Booklet, Part } from './types.ts'

/** The questions by what they are about, in the order of a first visit. */
const physioQuestions: readonly { readonly about: string; readonly ask: readonly string[] }[] = [
  {
    about: 'About my back',
    ask: [
      'What do you think is going on, and how sure are you?',
      'Is there anything that you want to rule out?',
      'Do I need a scan? What would it change?',
    ],
  },
  {
    about: 'About what I can do',
    ask: [
      'What can I do myself, and how often?',
      'Is there anything that I should leave out, and until when?',
      'Can I work, drive and lift?',
      'What do I do on a bad day?',
    ],
  },
  {
    about: 'About what you offer',
    ask: [
      'What do you suggest, and what else is there?',
      'How well does it work for people like me? What can go wrong?',
      'What happens if I do nothing?',
    ],
  },
  {
    about: 'About how it goes on',
    ask: [
      'How will we know that it works, and by when?',
      'How many visits may I need, and what does each cost?',
      'When should I come back sooner?',
      'Are you on the register, and under which name?',
    ],
  },
]

const articles: readonly OfArticle[] = [
  { article: whatAPhysioDoes, sections: ['the-first-visit', 'what-they-may-offer', 'you-are-in-charge'] },
  { article: howToChooseAPhysio, sections: ['what-to-go-by', 'when-to-leave'], noHearsay: true },
]
const claims = claimsBehind(articles)
const usedSources: readonly SourceId[] = ['unclench-design', ...sourcesBehind(claims)]

/** The guide. */
export const physioGuide: Booklet = {
  name: 'questions-for-my-physio',
  title: 'Questions for my physio',
  about: 'To take with you.',
  lead: 'Tick what you want to ask. Write the answers down, or let somebody write them for you.',
  cover: { movement: 'M17d', pose: movements.M17d.motion.stills[0]?.pose ?? '' },
  live: { to: 'article', article: 'what-a-physio-does' },
  parts: [
    alarm,
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: 'What I want to tell' },
    { kind: 'room', label: 'When and how it began:', lines: 2 },
    { kind: 'room', label: 'What makes it better, and what makes it worse:', lines: 2 },
    { kind: 'room', label: 'What I cannot do now:', lines: 2 },
    { kind: 'room', label: 'What I take, and what I have been ill with:', lines: 3 },
    { kind: 'room', label: 'What worries me most:', lines: 2 },
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: 'What I want to ask' },
    ...physioQuestions.flatMap(({ about, ask }): readonly Part[] => [
      { kind: 'heading', level: 3, text: about },
      { kind: 'list', look: 'ticks', items: ask },
      { kind: 'room', label: 'What I was told:', lines: 3 },
    ]),
    { kind: 'newPage' },
    ...articles.flatMap(articleParts),
    ...whenToGetHelp,
    ...claimParts(claims),
    ...sourceParts(['girft-ces', ...usedSources]),
  ],
  claims,
  sources: usedSources,
}
