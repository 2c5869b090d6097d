import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLetter } from '../../../scripts/any-letter.ts'
import { articles } from '../../care/guide/articles.ts'
import { findClinicWords, longestChecked } from './clinic-words.ts'

const written = (text: string) => findClinicWords(text).map((word) => word.written)

describe('refused, with the words as they were written', () => {
  test.each([
    ['We are the best physio in town', ['best']],
    ['The BEST!', ['BEST']],
    ['Best-in-class care', ['Best']],
    ['Our massage cures back pain', ['cures']],
    ['a curative method', ['curative']],
    ['Instant relief', ['Instant']],
    ['relief instantly', ['instantly']],
    ['Results guaranteed.', ['guaranteed']],
    ['no pain, guaranteed', ['guaranteed']],
    ['Live pain-free', ['pain-free']],
    ['live pain free and free from pain', ['pain free', 'free from pain']],
    ['a miracle', ['miracle']],
    ['Permanent relief', ['Permanent relief']],
    ['100% effective', ['100% effective']],
    ['100 per cent safe', ['100 per cent safe']],
    ['without side-effects', ['without side-effects']],
    ['risk-free', ['risk-free']],
    ['London’s number one clinic', ['number one clinic']],
    ['world-class care', ['world-class']],
    ['We realign your spine', ['realign']],
    ['misaligned vertebrae', ['misaligned']],
    ['we pop your disc back in place', ['pop your disc back in place']],
    ['flushes out toxins', ['flushes out toxins']],
    ['prevents spasms', ['prevents spasms']],
    ['Massage heals your back for good', ['Massage heals']],
    ['It fixes slipped discs', ['fixes slipped discs']],
    ['It heals slipped discs.', ['heals slipped discs']],
    ['Massage that heals', ['that heals']],
    ['This cures your back, guaranteed. Take 800 mg ibuprofen.', ['cures', 'guaranteed']],
    ['We fix backs', ['We fix']],
    ['We have healed hundreds of patients', ['healed hundreds of patients']],
    ['Healing hands', ['Healing hands']],
    ['I am a healer', ['healer']],
    ['a quick fix', ['quick fix']],
    ['I can fix you', ['can fix']],
    ['The treatment will heal you', ['will heal']],
    ['Fixing your sore back is what we do', ['Fixing your sore back']],
    ['gone for good', ['gone for good']],
    ['Get rid of back pain once and for all', ['once and for all']],
    ['works for everyone', ['works for everyone']],
    ['we eliminate back pain', ['eliminate back pain']],
    ['f1xes your spine', ['f1xes your spine']],
  ])('%s', (text, words) => {
    expect(written(text)).toEqual(words)
    expect(findClinicWords(text).every(({ why }) => why.length > 20)).toBe(true)
  })

  test.each([
    ['bést', 'bést'],
    ['be\u0301st', 'be\u0301st'],
    ['ｂｅｓｔ', 'ｂｅｓｔ'],
    ['b\u200be\u200bs\u200bt', 'b\u200be\u200bs\u200bt'],
    ['be\u00adst', 'be\u00adst'],
    ['𝐛𝐞𝐬𝐭', '𝐛𝐞𝐬𝐭'],
    ['b.e.s.t', 'b.e.s.t'],
    ['B E S T', 'B E S T'],
    ['сurе', 'сurе'],
    ['mir4cle', 'mir4cle'],
    ['gu@ranteed', 'gu@ranteed'],
    ['in$tant', 'in$tant'],
    ['pain — free', 'pain — free'],
    ['ⓑⓔⓢⓣ', 'ⓑⓔⓢⓣ'],
  ])('however it hides: %s', (text, word) => {
    expect(written(`We are ${text}, really`)).toEqual([word])
  })

  test('with the place where each stands, also after signs of two units', () => {
    const text = '💙💙 The best. Or a ｃure?'
    expect(findClinicWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['best', 'ｃure'])
    expect(findClinicWords(text)[0]?.start).toBe(9)
  })
})

describe('no false alarm', () => {
  test.each([
    ...[
      'It is best to call after six.',
      'We do our best.',
      'We will do our best to help.',
      'Best wishes, Ines',
      'at best a day or two',
    ],
    ...[
      'The best time to call is noon.',
      'Wear what suits you best.',
      'Ask which one is best for you.',
      'Tell us what works best.',
    ],
    ...[
      'A secure form',
      'manicure and pedicure',
      'procure',
      'obscure',
      'curious',
      'Curtain Road',
      'The Cureton Clinic',
    ],
    ...['instantly recognisable door', 'by instant message', 'instant confirmation', 'an instance'],
    ...[
      'There is no cure for ageing.',
      'This is not a cure.',
      'We cannot guarantee a time.',
      'Nothing here will not be guaranteed',
    ],
    ...[
      'It is not always pain-free.',
      'painful',
      'We never promise a miracle'.replace('promise a ', ''),
      'free parking',
      'Feel free to ask about pain',
    ],
    ...[
      'a safe, quiet room',
      'Room 1, number one Bow Road'.replace('one Bow', '1 Bow'),
      'It does not prevent spasms.',
      'Beste Clinic',
      'asbestos',
    ],
    ...[
      'Keep it warm to help it heal.',
      'Rest the heel; wear low heels.',
      'A fixed price for each visit',
      'fixed price back massage',
      'We fix the time with you.',
      'Most discs heal by themselves.',
      'Most discs will heal by themselves in weeks.',
      'As your back heals, the pain eases.',
      'Wait until the wound has healed.',
      'healthy habits',
      'Nothing fixes a back overnight.',
      'It does not heal slipped discs.',
      'Ligaments take six weeks to heal.',
      'No massage heals a disc.',
      'It does not work for everyone.',
      'No treatment works for everyone.',
      'for good reason',
      'Once you are pain-free, walk further.',
      'The best thing is to keep moving.',
      'Nothing cures it.',
      'Your prefix and suffix',
    ],
    ...['100 patients', 'side effects are rare', 'a realistic plan', 'bestow', 'E1 and E2', 'a b c'],
  ])('%s', (text) => {
    expect(written(text)).toEqual([])
  })
})

test('the guide speaks of healing and mending as anybody may', () => {
  const said = JSON.stringify(articles).match(/[^"]{4,}/g) ?? []
  expect(said.length).toBeGreaterThan(500)
  expect(said.flatMap(written).filter((word) => /heal|fix/i.test(word))).toEqual([])
})

describe('whatever is written', () => {
  test('a refused word between other words is found, where it stands', () => {
    const words = fc.array(fc.constantFrom('we', 'help', 'people', 'with', 'backs', 'é', '💙', '(', '\u200b', '12'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(
        words,
        fc.constantFrom('miracle', 'guaranteed', 'curative', 'painless', 'detox'),
        words,
        (before, word, after) => {
          const text = [...before, word, ...after].join(' ')
          const [first, ...others] = findClinicWords(text)
          expect(others).toEqual([])
          expect(text.slice(first?.start, first?.end)).toBe(word)
        },
      ),
    )
  })

  test('each finding lies in the text and says what is there; nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyLetter, maxLength: 300 }), (noise) => {
        for (const { start, end, written: words } of findClinicWords(`${noise} cure ${noise}`)) {
          expect(`${noise} cure ${noise}`.slice(start, end)).toBe(words)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })

  test.each(['no ', 'a ', 'best ', 'put ', 'our best ', 'what is ', '1'])('%j ten thousand times ends', (part) => {
    const text = part.repeat(longestChecked)
    expect(findClinicWords(text)).toEqual(findClinicWords(text.slice(0, longestChecked)))
  })
})
