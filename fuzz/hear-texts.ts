/**
 * Texts into the net for free text: it always answers, the same each time, in bounded time, only with questions that there
 * are and with words that were written; and a plain sign is heard whatever harmless sentence stands beside it.
 */
import { dangerPhrases } from '../src/care/check/free-text/danger-phrases.ts'
import { allQuestions } from '../src/care/check/protocol.ts'
import { chanceOf } from './chance.ts'
import { Faults, type Progress, type Tried } from './faults.ts'
import { anyText, harmless, plainSigns } from './texts.ts'

/** Longest time of the processor for each thousand characters begun, in milliseconds, the best of three. */
const longestMs = 250
const questionIds = new Set(allQuestions.map(({ id }) => id))

/** @param seed of the first text; each has its own */
export function hearTexts(count: number, seed: number, progress: Progress = () => true): Tried {
  const faults = new Faults()
  const began = performance.now()
  let slowest = { ms: 0, length: 0 }
  let heard = 0
  let done = 0
  for (; done < count && (done % 1000 !== 0 || progress(done)); done += 1) {
    const chance = chanceOf(seed + done)
    const text = anyText(chance)
    const how = `seed ${seed + done}: ${JSON.stringify(text)}`
    try {
      const { signs, ms } = timed(text)
      heard += signs.length > 0 ? 1 : 0
      if (ms > slowest.ms) slowest = { ms, length: text.length }
      if (ms > longestMs * Math.max(1, Math.ceil(text.length / 1000)))
        faults.add('a text takes too long', `${ms} ms, ${how}`)
      judge(text, signs, how, faults)
      if (done % 4 === 0 && JSON.stringify(dangerPhrases(text)) !== JSON.stringify(signs))
        faults.add('a text is heard otherwise again', how)
      if (done % 64 === 0) judgePlain(done / 64, faults)
    } catch (error) {
      faults.add(`hearing a text throws: ${String(error)}`, how)
    }
  }
  const notes = [
    `${heard} of them raised a question`,
    `the slowest took ${slowest.ms.toFixed(1)} ms for ${slowest.length} characters`,
  ]
  return { what: 'texts', count: done, seconds: (performance.now() - began) / 1000, faults: faults.all, notes }
}

type Signs = ReturnType<typeof dangerPhrases>

function timed(text: string): { signs: Signs; ms: number } {
  let ms = Number.POSITIVE_INFINITY
  for (let again = 0; again < 3; again += 1) {
    const began = process.cpuUsage()
    const signs = dangerPhrases(text)
    const { user, system } = process.cpuUsage(began)
    ms = Math.min(ms, (user + system) / 1000)
    if (ms <= longestMs) return { signs, ms }
  }
  return { signs: dangerPhrases(text), ms }
}

function judge(text: string, signs: Signs, how: string, faults: Faults): void {
  if (new Set(signs.map(({ question }) => question)).size !== signs.length)
    faults.add('a question is raised twice', how)
  for (const { question, quote } of signs) {
    if (!questionIds.has(question)) faults.add(`a question that there is not: ${question}`, how)
    if (quote.length > 80 || !text.includes(quote)) faults.add('a quote that was not written, or too long', how)
  }
}

/** Every plain sign with every harmless sentence before or behind it, in turn. */
function judgePlain(turn: number, faults: Faults): void {
  const [sign, question] = plainSigns[turn % plainSigns.length] ?? ['', '']
  const beside = harmless[Math.floor(turn / plainSigns.length) % harmless.length] ?? ''
  for (const text of [sign, `${sign}. ${beside}.`, `${beside}. ${sign}.`, sign.toUpperCase(), `${beside}.\n${sign}`])
    if (!dangerPhrases(text).some((heard) => heard.question === question))
      faults.add(`a plain sign is not heard: ${question}`, JSON.stringify(text))
}
