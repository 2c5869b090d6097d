/** The first page of the check against the same questions in SurveyJS: bytes on the wire, and time until it can be used. */
import { startBrowser } from '../browser.ts'
import { serveOurs } from '../serving.ts'
import { kilobytes, median, milliseconds, type Report, times } from '../table.ts'
import { type PageBytes, pageBytes, serveSurvey } from './files.ts'
import { type Ready, timeToReady } from './ready.ts'
import { surveyPage } from './survey-page.ts'

const rounds = 7
const pageLimit = 20_000
const fontLimit = 30_000
const readyLimitMilliseconds = 1000

export async function pages(): Promise<Report> {
  const survey = surveyPage()
  const [ours, peer, browser] = await Promise.all([serveOurs(), serveSurvey(survey.html), startBrowser()])
  try {
    const first = `${ours.url}/check`
    const own = await pageBytes(first)
    const theirs = await pageBytes(peer.url)
    const ownReady: Ready[] = []
    const theirReady: Ready[] = []
    for (let round = 0; round < rounds; round += 1) {
      ownReady.push(await timeToReady(browser, first, 'main input[type=checkbox], main input[type=radio]'))
      theirReady.push(await timeToReady(browser, peer.url, '#survey input[type=radio]'))
    }
    const ready = (times: readonly Ready[]) => median(times.map(({ readyMilliseconds }) => readyMilliseconds))
    const paint = (times: readonly Ready[]) => median(times.map(({ firstPaintMilliseconds }) => firstPaintMilliseconds))
    return {
      wrong: [
        ...own.uncompressed.map((path) => `The server sends ${path} without compression.`),
        ...(own.fontsNeverBlock ? [] : ['A font of ours can hide text while it loads.']),
        ...(ownReady.every(({ tapTaken }) => tapTaken)
          ? []
          : ['Our first answer did not take a tap when it looked ready.']),
        ...(theirReady.every(({ tapTaken }) => tapTaken) ? [] : ['The first answer of SurveyJS did not take a tap.']),
        ...(survey.questions === 34 ? [] : [`The SurveyJS page has ${survey.questions} questions, not 34.`]),
      ],
      rows: [
        {
          what: 'First check page over the wire: HTML, CSS, script, gzip',
          ours: describe(own),
          against: `at most ${kilobytes(pageLimit)}`,
          met: total(own) <= pageLimit,
        },
        {
          what: 'Fonts, both weights',
          ours: kilobytes(own.fonts),
          against: `at most ${kilobytes(fontLimit)}`,
          met: own.fonts <= fontLimit,
        },
        {
          what: 'The same against SurveyJS with 34 questions',
          ours: kilobytes(total(own)),
          against: describe(theirs),
          ratio: times(total(own), total(theirs)),
        },
        {
          what: 'Ready to tap: CPU 4× slower, 1.6 Mbit/s, 150 ms',
          ours: milliseconds(ready(ownReady)),
          against: `under ${milliseconds(readyLimitMilliseconds)}`,
          met: ready(ownReady) < readyLimitMilliseconds,
        },
        {
          what: 'The same against SurveyJS with 34 questions',
          ours: milliseconds(ready(ownReady)),
          against: milliseconds(ready(theirReady)),
          ratio: times(ready(ownReady), ready(theirReady)),
        },
        {
          what: 'First content painted, same terms, against SurveyJS',
          ours: milliseconds(paint(ownReady)),
          against: milliseconds(paint(theirReady)),
          ratio: times(paint(ownReady), paint(theirReady)),
        },
      ],
    }
  } finally {
    peer.stop()
    await Promise.all([ours.stop(), browser.close()])
  }
}

const total = ({ html, css, script }: PageBytes) => html + css + script
const describe = (bytes: PageBytes) =>
  `${kilobytes(total(bytes))} (${kilobytes(bytes.html)} + ${kilobytes(bytes.css)} + ${kilobytes(bytes.script)})`
