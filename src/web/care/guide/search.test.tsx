/** The search of the guide: it finds what people mean, answers danger first, and keeps what was typed to itself. */
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { notInTheBrief, unknowns } from '../../../care/guide/search/not-in-the-brief.ts'
import { searchDocuments } from '../../../care/guide/search/search-documents.ts'
import { type Insurer, insurers } from '../../../clinic/directory/insurers.ts'
import { createCareApp } from '../app.tsx'
import { noon } from '../plan/plan.fixtures.ts'
import type { CareHome } from '../home.ts'
import type { AnsweredHere } from './answered-here.ts'
import { hrefOfFound } from './lead-links.ts'
import { guideIndex, searchGuide } from './search-guide.ts'
import { searchHtml } from './search-page.tsx'

const home: CareHome = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
  kind: 'server',
  notebook: null,
}
const app = createCareApp(home)
const post = async (words: string) => {
  const answer = await app.request('/guide/search', { method: 'POST', body: new URLSearchParams({ words }) })
  return { answer, html: await answer.text() }
}
const firstOf = (typed: string, count = 3) =>
  searchGuide(typed)
    .slice(0, count)
    .map(({ id }) => id)

describe('two subjects at once', () => {
  test.each([
    ['lifting stretches', ['treatment avoid-lifting', 'treatment stretching']],
    ['stretches lifting', ['treatment avoid-lifting', 'treatment stretching']],
    ['driving sciatica', ['question can-i-drive', 'article spasm-or-sciatica']],
    ['driving sciatca', ['question can-i-drive', 'article spasm-or-sciatica']],
    ['desk exercises', ['prevention desk', 'treatment strengthening']],
    ['stress sleep', ['prevention stress', 'article sleep']],
  ])('“%s” finds the page of each, before what only has both words', (typed, pages) => {
    expect(firstOf(typed, 2).toSorted()).toEqual(pages.toSorted())
  })

  test.each([
    ['heat ice', 'article heat-or-ice'],
    ['sleep pillow', 'article sleep'],
    ['ibuprofen pregnancy', 'question pregnant-what-can-i-take'],
    ['yoga pilates', 'question is-yoga-or-pilates-good'],
  ])('“%s” that one page is about together finds that page first', (typed, page) => {
    expect(firstOf(typed, 1)).toEqual([page])
  })
})

describe('what therapists answered here', () => {
  const answered: AnsweredHere = {
    ...{ id: '7', question: 'May I zumba with a xylophone?', answer: 'Yes, gently. 400 mg before is no must.' },
    ...{
      signed: 'Amara Okafor, physiotherapist at Lantern Physio, HCPC PH1, 3 March 2026.',
      note: 'Our note: one person.',
    },
  }
  let answers: readonly AnsweredHere[] | undefined = [answered]
  const server = createCareApp({ ...home, answeredHere: () => Promise.resolve(answers && { answers }) })
  const found = async (words: string) => {
    const answer = await server.request('/guide/search', { method: 'POST', body: new URLSearchParams({ words }) })
    return await answer.text()
  }
  const listed = async () => (await server.request('/guide/questions')).text()

  test.each([
    ['the search', () => found('zumba')],
    ['the search, with a slip', () => found('xylophne')],
    ['the questions', listed],
  ])('stands in %s with who answered and our note, and is gone once it was taken back', async (_where, look) => {
    answers = [answered]
    const there = await look()
    for (const words of [answered.question, 'Yes, gently', answered.signed, 'Our note: one person.', '/ask/answered/7'])
      expect(there).toContain(words)
    answers = []
    expect(await look()).not.toContain('xylophone')
  })

  test('leaves the list of questions light, however many there are and however long', async () => {
    answers = []
    const bare = gzipSync(await listed()).length
    // Letters that no packing makes small, as many as a question and an answer may have.
    const noise = (length: number, at: number) =>
      Array.from({ length }, (_, i) => ((i * 7919 + at * 104_729 + i * i * 31) % 36).toString(36)).join('')
    const long = (at: number): AnsweredHere => ({
      ...{ id: String(at), question: `${noise(299, at)}?`, answer: noise(4000, at + 9), signed: noise(120, at + 5) },
      note: 'Our note: this was said to one person. Which medicine is safe, and how much, is another matter.',
    })
    for (const count of [1, 2, 200]) {
      answers = Array.from({ length: count }, (_, at) => long(at))
      // The page alone has 831 bytes to spare of its 25,000: e2e/page-weight.test.ts.
      expect([count, gzipSync(await listed()).length - bare < 800]).toEqual([count, true])
      expect(await listed()).toContain('/ask/answered/0')
      // A part of an answer may be a “yes” without its “but”.
      expect(await listed()).not.toContain(noise(4000, 9).slice(0, 40))
      expect(await listed()).toContain('Its answer is longer: read it on its own page.')
    }
    answers = Array.from({ length: 12 }, (_, at) => ({ ...answered, id: String(at), question: `May I juggle ${at}?` }))
    const short = await listed()
    expect(short.match(/May I juggle/g)?.length).toBeGreaterThan(3)
    expect(short).toContain('All questions with answers')
    expect(short).toContain('Yes, gently. 400 mg before is no must.')
    expect(short).not.toContain('Its answer is longer')
  })

  test('has markup in it shown as letters, and is not found by other words', async () => {
    answers = [{ ...answered, question: 'A <b>xylophone</b>?' }]
    for (const html of [await found('xylophone'), await listed()]) expect(html).toContain('A &lt;b>xylophone&lt;/b>?')
    expect(await found('ice')).not.toContain('xylophone')
  })

  test('is a list for devices, and no list while the database is away', async () => {
    answers = [answered]
    const list = await server.request('/guide/answered.json')
    expect([await list.json(), list.headers.get('Cache-Control')]).toEqual([[answered], 'no-cache'])
    answers = undefined
    expect((await server.request('/guide/answered.json')).status).toBe(503)
  })

  test('is said to be left out where it is not to be had, and nowhere else', async () => {
    answers = undefined
    for (const html of [await found('zumba'), searchHtml('ice', false), await listed()])
      expect(html).toContain('See them with a connection')
    answers = []
    for (const html of [await found('zumba'), await listed()]) expect(html).not.toContain('with a connection')
  })
})

describe('what people type finds what they mean', () => {
  test.each([
    ['heet', 'article heat-or-ice'],
    ['ice', 'article heat-or-ice'],
    ['siatica', 'article spasm-or-sciatica'],
    ['Nurofen', 'treatment ibuprofen'],
    ['calpol', 'treatment paracetamol'],
    ['can I drive?', 'article driving'],
    ['sleeping', 'article sleep'],
    ['massarge', 'treatment massage'],
    ['acupunture', 'treatment acupuncture'],
    ['x-ray', 'article do-i-need-a-scan'],
    ['MRI', 'article do-i-need-a-scan'],
    ['slipped disc', 'article spasm-or-sciatica'],
    ['jab', 'article injections-and-surgery'],
    ['pregnant', 'article pregnancy-and-after-birth'],
    ['acu', 'treatment acupuncture'],
    ['hot water bottle', 'article heat-or-ice'],
    ['bad back at work', 'article work'],
    ['knees to chest', 'movement M01'],
    ['kids', 'article children-and-teens'],
    ['bed rest', 'article rest-or-moving'],
    ['freezing', 'article heat-or-ice'],
    ['icing', 'article heat-or-ice'],
    ['slept badly', 'article sleep'],
    ['crick', 'article where-it-hurts'],
    ['lumbago', 'article what-is-a-spasm'],
    ['slipped disk', 'question have-i-slipped-a-disc'],
    ['chiro', 'treatment chiropractic'],
    ['TENS', 'treatment tens'],
    ['diazepam', 'treatment muscle-relaxants'],
    ['back belt', 'treatment back-belt'],
    ['mattress', 'article sleep'],
    ['foam roller', 'treatment self-massage'],
    ['massage gun', 'question massage-gun'],
    ['dry needling', 'treatment acupuncture'],
    ['heat pad', 'treatment heat'],
    ['thermacare', 'treatment heat'],
    ['tailbone', 'article where-it-hurts'],
    ['wry neck', 'article where-it-hurts'],
    ['charley horse', 'article what-is-a-spasm'],
    ['radiofrequency', 'treatment injections'],
    ['spondylolisthesis', 'article how-it-is-diagnosed'],
    ['sex', 'article when-to-get-help'],
    ['stenosis', 'article how-it-is-diagnosed'],
    ['posture corrector', 'article is-my-posture-to-blame'],
    ['tennis ball', 'treatment self-massage'],
    ['my feet are numb', 'question is-tingling-in-my-leg-serious'],
    ['getting out of bed', 'question how-do-i-get-out-of-bed'],
    ['getting back to work', 'article work'],
    ['pain killers', 'article which-painkiller'],
    ['strong pain-killer', 'article muscle-relaxants-and-opioids'],
    ['can’t sleep', 'article sleep'],
    ["I don't sleep", 'article sleep'],
    ['insurance', 'question will-my-insurer-pay'],
    ['PDF', 'place pdfs'],
    ['leaflet', 'place pdfs'],
    ['free guides', 'place pdfs'],
    ['print', 'place pdfs'],
    ['newsletter', 'place letters'],
    ['unsubscribe', 'place letters'],
    ['discount code', 'place letters'],
    ['ask a therapist', 'place ask'],
    ['ask a question', 'place ask'],
    ['book appointment', 'place find'],
    ['free assessment', 'place find'],
    ['symptom checker', 'place check'],
  ])('%s', (typed, wanted) => {
    expect(firstOf(typed)).toContain(wanted)
  })

  test.each([
    ...[
      'gabapentin',
      'pregabalin',
      'amitriptyline',
      'duloxetine',
      'nortriptyline',
      'venlafaxine',
      'Lyrica',
      'Neurontin',
    ],
    ...['Cymbalta', 'gabapentine', 'amitriptiline', 'SNRI', 'sertraline', 'warfarin', 'ramipril', 'zopiclone'],
    ...['brufen', 'nurofen', 'Tylenol', 'panadol', 'advil', 'voltarol', 'Voltaren', 'Doliprane', 'motrin', 'aleve'],
    ...['ibuprofen', 'paracetamol', 'acetaminophen', 'naproxen', 'diclofenac', 'aspirin', 'co-codamol', 'Solpadeine'],
    ...[
      'can I take gabapentin for my back',
      'nurofen or panadol?',
      'duloxetine and ibuprofen',
      'neurofen',
      'tylenol pm',
    ],
  ])('the medicine “%s” finds “Which painkiller?”', (typed) => {
    expect(firstOf(typed)).toContain('article which-painkiller')
  })

  test('and what the guide says there is what the table of medicines says', async () => {
    const html = await (await app.request('/guide/which-painkiller')).text()
    // An item names what somebody takes first; what follows from it comes after.
    const saidOf = (name: string) => {
      const [item = ''] = html.slice(html.indexOf(name)).split('</li>')
      return item.split('</span>').at(-1)
    }
    expect(saidOf('pregabalin (Lyrica)')).toBe('Not unless a prescriber says so: codeine. ')
    expect(saidOf('amitriptyline,')).toBe('Ask a pharmacist first: codeine. ')
    expect(saidOf('duloxetine (Cymbalta)')).toBe('Ask a pharmacist first: ibuprofen, codeine. ')
    expect(saidOf('warfarin (Marevan)')).toBe(
      'Not unless a prescriber says so: ibuprofen. Ask a pharmacist first: a gel, codeine. Paracetamol for more than 3 days: Your blood test (INR) can change. Ask the clinic that checks it.',
    )
  })

  test.each([
    ...['Syndol', 'Feminax', 'Vicodin', 'Percocet', 'Flexeril', 'Paracodol', 'Norco', 'Excedrin', 'Midol', 'Zanaflex'],
    ...['can I take feminax?', 'percocet for my back'],
  ])('a name that we cannot place finds “Which painkiller?”: %s', (typed) => {
    expect(firstOf(typed, 1)).toEqual(['article which-painkiller'])
  })

  test.each([
    ['stiffness', 'stiff'],
    ['weakness', 'weak'],
    ['soreness', 'sore'],
    ['tightness', 'tight'],
    ['icing', 'ice'],
    ['slept', 'sleep'],
    ['freezing', 'freeze'],
    ['ran', 'run'],
    ['sat', 'sit'],
    ['drove', 'drive'],
    ['woke up', 'wake up'],
  ])('“%s” finds what “%s” finds, and there is something', (typed, root) => {
    expect(firstOf(typed, 12)).toEqual(firstOf(root, 12))
    expect(firstOf(typed)).not.toEqual([])
  })

  test.each([
    ['coffee', 'article drinking-water'],
    ['my back went', 'article what-is-a-spasm'],
    ['my back has gone', 'article what-is-a-spasm'],
    ['back seized up', 'article what-is-a-spasm'],
    ['swimming', 'article sport'],
    ['core', 'treatment core-strength'],
    ['car', 'article driving'],
    ['tightness', 'question what-does-a-spasm-feel-like'],
  ])('what is meant comes first: “%s”', (typed, wanted) => {
    expect(firstOf(typed, 1)).toEqual([wanted])
  })

  test('a word that is written somewhere is never taken for another that is near it', () => {
    const said = ({ id }: { readonly id: string }) => {
      const document = searchDocuments().find((one) => one.id === id)
      return document ? `${document.title} ${document.about} ${document.also} ${document.names} ${document.text}` : ''
    }
    for (const [typed, written] of [
      ['coffee', /coffee/i],
      ['weak', /weak/i],
      ['cobra', /cobra/i],
      ['alcohol', /alcohol/i],
    ] as const)
      expect([
        typed,
        searchGuide(typed)
          .filter((found) => !written.test(said(found)))
          .map(({ id }) => id),
      ]).toEqual([typed, []])
  })

  test('the name of each insurer finds who pays', () => {
    const all = Object.values<Insurer>(insurers)
    expect(all.length).toBeGreaterThan(25)
    const lost = all.filter(({ name }) => !firstOf(name, 2).includes('question will-my-insurer-pay'))
    expect(lost.map(({ name }) => name)).toEqual([])
  })

  test('a place of Unclench never stands before what answers, nor beside a danger, and takes no slip of another word', () => {
    for (const typed of ['ice', 'how do I choose a physio', 'when should I book a visit', 'may I swim'])
      expect([typed, firstOf(typed, 1)[0]]).not.toEqual([typed, expect.stringMatching(/^place /)])
    expect(firstOf('message', 2)).toContain('treatment massage')
    const html = searchHtml('cant pee, book appointment, newsletter, pdf, ask', false)
    expect(html).toContain('may mean')
    expect(html).not.toMatch(/class="answer" href="\/(find|ask|letters|guide\/pdf)"/)
  })

  test('and nothing where there is nothing', () => {
    expect(searchGuide('zzzzqq')).toEqual([])
    expect(searchGuide('   ?!')).toEqual([])
    expect(searchGuide('')).toEqual([])
  })

  test('each thing is found by its own name, and leads to a page that is there', async () => {
    const documents = searchDocuments()
    expect(documents.length).toBeGreaterThan(200)
    const lost = documents.filter(({ id, title }) => !searchGuide(title).some((found) => found.id === id))
    // Steps and movements with one name in two places share their first pages.
    expect(lost.map(({ id }) => id).filter((id) => !/^(step|movement) /.test(id))).toEqual([])
    for (const { kind, leads } of documents.filter(
      ({ kind }) => kind !== 'movement' && kind !== 'step' && kind !== 'place',
    ))
      expect([kind, (await app.request(hrefOfFound(leads))).status]).toEqual([kind, 200])
    // What the server alone answers is asked of a whole one: e2e/heads.test.ts.
    const places = documents.filter(({ kind }) => kind === 'place').map(({ leads }) => hrefOfFound(leads))
    expect(places.toSorted()).toEqual(['/ask', '/check', '/find', '/guide/pdf', '/letters'])
  })
})

describe('what people type and the brief says nothing of', () => {
  test.each([
    ...['CBD', 'cannabis oil', 'turmeric', 'glucosamine', 'vitamin D', 'arnica', 'herbal', 'does homeopathy help?'],
    ...['magnesium', 'Epsom salts', 'tiger balm', 'Biofreeze', 'lidocaine patch', 'capsaicin', 'inversion table'],
    ...['traction', 'cupping', 'acupressure mat', 'reiki', 'kinesio tape', 'magnets', 'copper bracelet', 'laser'],
    ...['shockwave', 'tai chi', 'Alexander technique', 'hypnosis', 'CBT', 'PRP', 'stem cells', 'fibromyalgia'],
    ...['sacroiliac joint', 'whiplash', 'collagen', 'devil’s claw', 'ketamine for my bad back'],
  ])('%s: that is said, with what stands nearest', (typed) => {
    expect(firstOf(typed).length).toBeGreaterThan(1)
    const html = searchHtml(typed, false)
    expect(html).toMatch(/This guide says nothing about “[^”]+”/)
    expect(html.indexOf('This guide says nothing')).toBeLessThan(html.indexOf('class="answer"'))
  })

  test('what the other words find comes after it, and it is never a name that the guide itself has', () => {
    expect(firstOf('CBD or ibuprofen')[0]).toBe('article which-painkiller')
    expect(searchGuide('CBD or ibuprofen').map(({ id }) => id)).toContain('treatment ibuprofen')
    for (const typed of ['ibuprofen', 'TENS', 'yoga', 'back belt', 'mattress', 'ultrasound', 'acupuncture'])
      expect(searchHtml(typed, false)).not.toContain('This guide says nothing')
    // Each thing that is near is there to be found.
    const known = new Set(searchDocuments().map(({ id }) => id))
    expect(unknowns.flatMap(({ near }) => near).filter((id) => !known.has(id))).toEqual([])
    const titles = searchDocuments().map(({ title }) => title)
    expect(titles.filter((title) => notInTheBrief(title) !== null)).toEqual([])
  })
})

describe('danger that is typed there', () => {
  test.each(["can't pee", 'numb between my legs', 'I want to die', 'took 30 paracetamol'])(
    '“%s” is answered with help and the check before any result',
    async (words) => {
      for (const html of [(await post(words)).html, searchHtml(words, false)]) {
        const help = html.indexOf('You wrote something that may mean')
        expect(help).toBeGreaterThan(0)
        expect(html.indexOf('tel:999')).toBeGreaterThan(0)
        expect(html.indexOf('href="/check"')).toBeGreaterThan(help)
        expect(html.indexOf('data-count')).toBeGreaterThan(html.indexOf('href="/check"'))
      }
    },
  )

  test.each([
    ...['chest pain', 'chest pains', 'chestpain', 'chets pain', 'chest pian', 'pain in chest', 'tight chest'],
    ...['numb crotch', 'saddle numbness', 'incontinence', 'both legs numb', 'leg weakness', 'footdrop', 'fevr'],
    ...['breathless', 'overdose', 'suicidle', 'leaking poo', 'unexplained weight loss', 'swollen calf'],
  ])('“%s” is heard as a slip or another form too, and finds no movement and no step of a plan', (words) => {
    const html = searchHtml(words, false)
    expect(html.indexOf('may mean')).toBeGreaterThan(0)
    expect(html.indexOf('may mean')).toBeLessThan(html.indexOf('data-count'))
    expect(html).not.toMatch(/href="\/movements\/|href="\/plan\/step\//)
  })

  test('is never talked over: what the page puts in while somebody types does not speak by itself', async () => {
    for (const words of ['cant pee', 'ice', 'zzzzqq', ''])
      expect([words, searchHtml(words, false)]).not.toEqual([
        words,
        expect.stringMatching(/role="(status|alert)|aria-live/),
      ])
    expect((await post('ice')).html).toMatch(/role="status" class="quiet"/)
  })

  test.each(['ice', 'pregnancy', 'do I need a scan', 'how long does it take'])('“%s” is none', (words) => {
    expect(searchHtml(words, false)).not.toContain('may mean')
  })
})

describe('a place that is typed there', () => {
  const linksIn = (html: string) => [...html.matchAll(/class="answer" href="([^"]+)"/g)].map(([, href = '']) => href)

  test('leads to the directory with the place filled in, before the guide where somebody asks for a person', () => {
    expect(linksIn(searchHtml('physio in Camden', false))[0]).toBe('/find?place=Camden%2C+NW1')
    expect(linksIn(searchHtml('massage near Brixton', false))[0]).toBe('/find?place=Brixton%2C+SW9')
    expect(linksIn(searchHtml('SE1 7EH', false))).toContain('/find?place=SE1')
    expect(linksIn(searchHtml('physio near me', false))[0]).toBe('/find')
  })

  test('holds nothing else that was typed, and stands where movements are closed too', async () => {
    const { html } = await post('secretword physio in Brixton')
    expect(linksIn(html)).toContain('/find?place=Brixton%2C+SW9')
    expect(linksIn(html).filter((href) => href.includes('secret'))).toEqual([])
    expect(linksIn(searchHtml('physio in Brixton', true))).toContain('/find?place=Brixton%2C+SW9')
  })

  test('an emergency that is not of the back gets one plain way, above what was found; a knock to the head leads to the check too', async () => {
    const plain =
      'This is about backs only. If it feels like an emergency, call 999 now. If you are not sure, call 111.'
    for (const words of ['throat closing', 'palpitations', 'had a fit', 'broken back']) {
      const { html } = await post(words)
      const before = html.slice(html.indexOf('data-found'), html.indexOf('data-count'))
      expect(before).toContain(plain)
      for (const number of ['tel:999', 'tel:111']) expect(before).toContain(number)
      expect(before.includes('Do the check')).toBe(words === 'broken back')
    }
    for (const words of ['keep fit', 'fit note', 'heat or ice']) expect((await post(words)).html).not.toContain(plain)
    // Where the check has a question, that is said instead.
    expect(searchHtml('cant pee and palpitations', false)).not.toContain(plain)
  })

  test('comes after danger, and takes nothing from the guide where no person is asked for', () => {
    const danger = searchHtml('cant pee physio in Camden', false)
    expect(danger.indexOf('may mean')).toBeLessThan(danger.indexOf('/find?place='))
    expect(linksIn(searchHtml('massage', false)).filter((href) => href.startsWith('/find'))).toEqual([])
  })
})

describe('while a danger holds that somebody told', () => {
  test('no movement and no step of a plan is found, and all else is', () => {
    const [open, held] = [searchHtml('knee rolls', false), searchHtml('knee rolls', true)]
    expect(open).toMatch(/href="\/movements\/|href="\/plan\/step\//)
    expect(held).not.toMatch(/href="\/movements\/|href="\/plan\/step\//)
    expect(searchHtml('heat', true)).toContain('/guide/heat-or-ice')
  })
})

describe('what was typed', () => {
  test('stands in no address and no title, and no cache keeps it', async () => {
    const { answer, html } = await post('secretword')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect([...html.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, href = '']) => href.includes('secret'))).toEqual(
      [],
    )
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe('Guide – Unclench')
  })

  test('is no code', async () => {
    const { html } = await post('<img src=x onerror=alert(1)> "><script>')
    expect(html).not.toMatch(/<img src=x|<script>/)
  })

  test('may be as long as somebody likes: it is cut, and the danger at its start is still heard', async () => {
    const { answer, html } = await post(`cant pee ${'heat '.repeat(20_000)}`)
    expect(answer.status).toBe(200)
    expect(html).toContain('may mean')
    expect(html.length).toBeLessThan(40_000)
    // What comes after the cut is not looked at, so it makes no difference.
    expect((await post(`cant pee ${'heat '.repeat(1000)}${'sciatica '.repeat(20_000)}`)).html).toBe(html)
  })

  test('is asked for anew where somebody opens the address', async () => {
    expect((await app.request('/guide/search')).status).toBe(200)
  })
})

test('the index is small', () => {
  expect(gzipSync(JSON.stringify(guideIndex().mini)).length).toBeLessThan(120_000)
})
