/** Drinking water (evidence.md §4.1 hydration, §8). */
import { type Article, claimed } from '../types.ts'

/** What drinks do and do not do for a spasm, and who has to take care. */
export const drinkingWater: Article = {
  slug: 'drinking-water',
  title: 'Does drinking water help?',
  about: 'Drink normally. No special drink is needed.',
  bars: ['drink-no-cure'],
  short: [
    claimed('There is no good evidence that it prevents or eases a back spasm.', 'drink-no-cure'),
    claimed('Drink when you are thirsty. You do not need a special drink.', 'drink-dose', 'no-special-drink'),
  ],
  heard: [
    {
      heard: 'Too little water causes spasms.',
      known: claimed(
        'For back spasms there is no good evidence. Even for cramp in sport it is mixed, and tired muscles seem to matter as much.',
        'drink-no-cure',
        'cramp-mixed',
      ),
    },
    {
      heard: 'Take sports drinks.',
      known: claimed(
        'They are full of sugar, which harms your teeth. You do not need them.',
        'sweet-drinks',
        'no-special-drink',
      ),
    },
    {
      heard: 'Drink coconut water: it is natural.',
      known: claimed(
        'It can harm you if your kidneys are ill, or if you take some blood pressure pills. Nobody has shown that it helps a spasm.',
        'coconut-water',
        'drink-no-cure',
      ),
    },
    {
      heard: 'Give up coffee and alcohol, they dry you out.',
      known: claimed(
        'For back spasms there is no good evidence for that. Painkillers are another matter: ask before you drink alcohol.',
        'drink-no-cure',
        'alcohol-and-pills',
      ),
    },
  ],
  sections: [
    {
      id: 'how-much',
      title: 'How much to drink',
      kind: 'list',
      lines: [
        claimed('Drink when you are thirsty. Pale yellow pee is a good sign.', 'drink-dose'),
        'Keep a glass within reach, so that you do not have to get up for each sip.',
        'Do not drink less to save trips to the toilet. Ask someone to help you there.',
        claimed('Can you not get a drink, even with help? Ring 111 today.', 'cannot-cope-today'),
      ],
    },
    {
      id: 'tea-coffee-alcohol',
      title: 'Tea, coffee, alcohol',
      kind: 'list',
      lines: [
        claimed('You do not have to give up tea or coffee for your back.', 'drink-no-cure'),
        claimed('No heat pack after alcohol: you may not feel a burn.', 'heat-not-if'),
        claimed(
          'Do you drink more than 14 units a week? Ask a pharmacist before you take a painkiller.',
          'alcohol-and-pills',
        ),
      ],
    },
    {
      id: 'what-helps-more',
      title: 'What helps more',
      kind: 'text',
      lines: [
        claimed(
          'Warmth eases pain for a while, and staying gently active beats bed rest by a bit.',
          'heat-eases',
          'active-pain',
        ),
        claimed(
          'Later, moving and learning about backs nearly halve the chance that it comes back.',
          'learning-exercise-prevent',
        ),
      ],
    },
  ],
  whenNot: [
    claimed('Were you told to limit drinks, for your heart or kidneys? Keep to that.', 'drink-limits'),
    claimed(
      'Leave out coconut water if your kidneys are ill. Do you take blood pressure pills? Ask first.',
      'coconut-water',
    ),
    claimed('Is it new that you cannot start to pee, or do not feel it? Go to A&E or call 999 now.', 'nerve-signs-now'),
  ],
  leads: [
    { to: 'prevention', page: 'hydration' },
    { to: 'step', step: 'drink' },
    { to: 'article', article: 'heat-or-ice' },
    { to: 'medicines' },
    { to: 'treatment', treatment: 'drinks' },
  ],
  alsoSearchedAs: [
    ...[
      'hydration',
      'dehydration',
      'electrolytes',
      'magnesium',
      'salt',
      'isotonic',
      'coconut water',
      'caffeine',
      'wine',
    ],
    ...['beer', 'fluids', 'thirsty'],
  ],
}
