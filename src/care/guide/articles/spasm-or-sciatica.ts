/** Spasm or sciatica (evidence.md §1.A, §3 PT0, PT3, PT4, §6.4). */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** How to tell the two apart, what each needs, and the test of strength. */
export const spasmOrSciatica: Article = {
  slug: 'spasm-or-sciatica',
  title: 'Is it a spasm or sciatica?',
  about: 'Sciatica goes below the knee. A spasm does not.',
  bars: [],
  short: [
    claimed('A spasm hurts in your back, and may reach your buttock.', 'pattern-spasm'),
    claimed(
      'Sciatica is pain in one leg that goes below the knee, and is worse than the pain in your back.',
      'pattern-sciatica',
    ),
    claimed('New pain down both legs is neither: go to A&E or call 999.', 'both-legs-now'),
  ],
  heard: [
    {
      heard: 'A tingling leg is part of a spasm.',
      known: claimed(
        'It can come from a nerve. In one leg and the same each day, book to be seen. If it spreads, speak to someone today.',
        'numb-leg-steady-book',
        'numb-leg-spreading-today',
      ),
    },
    {
      heard: 'Sciatica needs a scan.',
      known: claimed('Not as a routine. A scan is for when the result would change your care.', 'scan-nice'),
    },
    {
      heard: 'Stretch the sore leg.',
      known: claimed(
        'Leave that stretch out for now, and anything else that sends pain down the leg.',
        'sciatica-avoid',
      ),
    },
    {
      heard: 'Lie in bed until the leg is better.',
      known: claimed(
        'In trials, resting and moving did about the same. So do what feels best, and avoid extremes.',
        'active-sciatica',
      ),
    },
  ],
  sections: [
    {
      id: 'how-to-tell',
      title: 'How to tell',
      kind: 'list',
      drawing: 'nerve-to-the-leg',
      lines: [
        claimed(
          'A spasm catches suddenly. Your back is stiff and hard to straighten. It eases when you lie down.',
          'pattern-spasm',
        ),
        claimed(
          'Sciatica shoots like an electric shock, or tingles in a strip, down past the knee.',
          'pattern-sciatica',
        ),
        claimed('Sciatica is often worse when you sit, bend or cough.', 'sciatica-worse-with'),
        claimed(
          'Do your legs get heavy when you walk, and fine again within minutes when you sit? That is a third thing. Have it looked at the first time.',
          'pattern-stenosis',
        ),
      ],
    },
    {
      id: 'test-your-legs',
      title: 'Is the leg weak, or does it hurt?',
      kind: 'steps',
      lines: [
        'Hold on to something firm.',
        claimed('Stand on one heel for 3 seconds, then on the toes of that foot.', 'heel-and-toe-test'),
        'Do the same on the other side.',
        claimed('Does a knee give way? Stand up from a chair on that leg too.', 'heel-and-toe-test'),
        claimed('If you can do it all, a leg that “feels weak” is most likely sore.', 'heel-and-toe-test'),
        claimed(
          'If you cannot, or cannot try, speak to someone today. If it came suddenly, gets worse, or the foot will not lift at all, go to A&E.',
          'heel-and-toe-test',
          'leg-weak-today',
          'leg-weaker-now',
        ),
      ],
    },
    {
      id: 'what-to-do',
      title: 'What to do with sciatica',
      kind: 'steps',
      lines: [
        claimed(
          'Find the position that draws the pain out of your leg, up towards your back. Try lying on your front, or your side.',
          'sciatica-comfort',
        ),
        claimed('Walk little and often. Sit only for short spells.', 'sciatica-comfort', 'sciatica-avoid'),
        claimed('Stop any movement that sends the pain further down.', 'leg-further-stop'),
        claimed('Does it move further down from day to day? Book a check.', 'leg-pain-further-book'),
        claimed('Still severe after 4 to 6 weeks? Ask if a specialist should see you.', 'leg-pain-weeks-specialist'),
      ],
    },
  ],
  whenNot: [claimed('Pregnant? Do not lie on your front.', 'ease-not-if'), saddleNow, legsNow],
  leads: [
    { to: 'check' },
    { to: 'movement', movement: 'M02' },
    { to: 'movement', movement: 'M15' },
    { to: 'article', article: 'do-i-need-a-scan' },
    { to: 'find', service: 'physiotherapy-first' },
  ],
  alsoSearchedAs: [
    ...[
      'trapped nerve',
      'pinched nerve',
      'slipped disc',
      'herniated disc',
      'bulging disc',
      'leg pain',
      'shooting pain',
    ],
    ...['pins and needles', 'sciatic', 'foot drop', 'electric shock', 'stenosis', 'piriformis'],
  ],
}
