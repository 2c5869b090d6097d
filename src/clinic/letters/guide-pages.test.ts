/** What of a page of the guide stands in a letter: what the page says itself, with how sure we are of it. */
import { expect, test } from 'vitest'
import { claimOf } from '../../care/evidence/claims.ts'
import { gradeWords } from '../../care/evidence/grade.ts'
import { articles } from '../../care/guide/articles.ts'
import { guideTreatments } from '../../care/guide/treatments.ts'
import { mailHtml } from '../mail/mail-html.ts'
import { mailPlain } from '../mail/mail-plain.ts'
import { guidePieces, piecesOf } from './guide-pages.ts'
import { letterContent } from './letter-texts.ts'

const sender = { name: 'Lantern', postal: '1 Lane', phone: '020 7946 0100', email: 'a@l.example', demonstration: false }
const links = { origin: 'https://u.example', check: 'https://u.example/check', guide: 'https://u.example/guide' }
const own = { leave: 'https://u.example/leave', mine: 'https://u.example/mine' }
const letterOf = (pieces: ReturnType<typeof piecesOf>) =>
  letterContent({ subject: 'Three small things', opening: 'Cold.', pieces }, sender, links, own)

test('a treatment says how sure we are, in both forms of the letter', () => {
  const content = letterOf(piecesOf(['treatments/walking', 'treatments/tens']))
  for (const words of [mailPlain(content), mailHtml(content)]) {
    expect(words).toContain('How sure we are: moderate evidence.')
    expect(words).toContain('How sure we are: evidence against.')
  }
})

test('an article says of each thing that is graded there how sure we are of that one', () => {
  const plain = mailPlain(letterOf(piecesOf(['guide/heat-or-ice'])))
  expect(plain).toContain('Moderate evidence: Warmth eases back pain for a while.')
  expect(plain).toContain('No good evidence: There is not enough evidence to say whether cold helps.')
})

test('every page with a grade has it, and one about safety has none', () => {
  const graded = new Map(guidePieces().map(({ page, sure }) => [page, sure]))
  for (const { slug, bars } of Object.values(articles))
    expect([slug, graded.get(`guide/${slug}`)?.length]).toEqual([slug, bars.length])
  for (const { slug, claim } of guideTreatments) {
    const { grade } = claimOf(claim)
    expect([slug, graded.get(`treatments/${slug}`)]).toEqual([
      slug,
      grade && [`How sure we are: ${gradeWords[grade]}.`],
    ])
  }
})

test('a piece that was kept before it had a grade is still a letter', () => {
  const before = { page: 'treatments/heat', title: 'Heat', short: 'It eases.' }
  expect(mailPlain(letterOf([before]))).toContain('Heat\nIt eases.\nhttps://u.example/treatments/heat')
})
