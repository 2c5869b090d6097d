/**
 * One button answers a whole list of the check with "None". Where this runs, the buttons stay in sight while one reads, the bar says
 * how much of the list is still out of sight, and "None" (and "Next" after a tick, since what is not ticked is then a no) leads to that
 * before it is taken as an answer. Each press shows more, so it cannot be pressed in vain; whoever has scrolled, or gone through by
 * keyboard, is never stopped. Nor does a second quick tap that was meant for the list before, whose button stood at the same place,
 * answer this one. Without it the buttons stand after the list.
 * Never: answers anything, or keeps what was seen.
 */
/** A second tap that was meant for the same press, in milliseconds. Our choice [C]. */
const oneTapMs = 500
/** As long as a browser takes to scroll there smoothly: what only flies past is not read. Our choice [C]. */
const scrollMs = 800

const readThem = 'Read these, then press again.'

interface Row {
  readonly box: HTMLInputElement
  readonly around: HTMLElement
}

interface Reading {
  readonly form: HTMLFormElement
  readonly buttons: HTMLElement
  readonly rows: readonly Row[]
  readonly seen: Set<Row>
  /** What is left, for the eye: read aloud, the list comes before the buttons anyway. */
  readonly line: HTMLElement
  readonly said: HTMLElement
  hasLed: boolean
  /** When what stands under the finger last changed. */
  movedAt: number
  /** Was the last press one of a finger or a mouse? A key, or what reads aloud, presses no second time by mistake. */
  isByFinger: boolean
  isFlying: boolean
}

/** What is offered to tick: not what opens under a tick, and not the box for who would rather not say. */
const offered = (): Row[] =>
  [...document.querySelectorAll<HTMLInputElement>('.tick > input:not([value="preferNot"])')].flatMap((box) => {
    const around = box.closest<HTMLElement>('.tick')
    return around && !box.closest('.under') ? { box, around } : []
  })

const unseen = ({ rows, seen }: Reading) => rows.filter((row) => !seen.has(row))

/** The part of the window in which the list can be read, as far as it is enlarged by two fingers. */
function sight({ buttons }: Reading): { readonly top: number; readonly bottom: number } {
  const { offsetTop = 0, height = window.innerHeight } = window.visualViewport ?? {}
  return { top: offsetTop, bottom: Math.min(offsetTop + height, buttons.getBoundingClientRect().top) }
}

function wordsFor(reading: Reading): string {
  const left = unseen(reading)
  const { top } = sight(reading)
  const above = left.filter(({ around }) => around.getBoundingClientRect().bottom <= top)
  const read = reading.hasLed ? '' : ' to read'
  const many = above.length > 0 ? `${above.length} more${read} above` : `${left.length} more${read} below`
  const rest = left.length === 0 ? '' : many
  return reading.hasLed ? `${readThem} ${rest}` : rest
}

function say(reading: Reading): void {
  const { line } = reading
  const words = wordsFor(reading)
  if (line.textContent !== words) line.textContent = words
  line.hidden = words === ''
}

function look(reading: Reading): void {
  if (reading.isFlying) return
  // The line first: the bar is higher with it, and hides more.
  say(reading)
  const { top, bottom } = sight(reading)
  for (const row of unseen(reading)) {
    // Of a row that is higher than the window the end is what counts: one comes to it from above.
    const end = row.around.getBoundingClientRect().bottom
    if (end > top && end <= bottom + 1) reading.seen.add(row)
  }
  say(reading)
}

function leadTo(reading: Reading, { box, around }: Row, now: number): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  Object.assign(reading, { hasLed: true, movedAt: now, isFlying: !isCalm })
  say(reading)
  box.focus({ preventScroll: true })
  around.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' })
  const land = () => {
    reading.isFlying = false
    look(reading)
  }
  setTimeout(land, isCalm ? 0 : scrollMs)
  reading.said.textContent = readThem
}

/** Is something ticked that settles it? Nothing may stand in its way. */
const isSettled = (form: HTMLFormElement) => form.querySelector('[data-sure] > .tick > input:checked') !== null

/** Does this press say no to what is not ticked? */
function saysNo(form: HTMLFormElement, { submitter }: SubmitEvent): boolean {
  const pressed = submitter instanceof HTMLButtonElement ? submitter : null
  const isTicked = form.querySelector('.tick > input:checked') !== null
  return pressed?.name === '' ? isTicked : pressed?.value === 'none'
}

function answer(reading: Reading, event: SubmitEvent): void {
  if (isSettled(reading.form)) return
  const isNo = saysNo(reading.form, event)
  const isSoon = reading.isByFinger && event.timeStamp - reading.movedAt < oneTapMs
  // Once the list has moved, whatever button has come under the finger, as Back does at its end.
  const isSecondTap = isSoon && (isNo || reading.hasLed)
  const first = isNo ? unseen(reading)[0] : undefined
  if (!first && !isSecondTap) return
  event.preventDefault()
  if (first && !isSecondTap) leadTo(reading, first, event.timeStamp)
}

function readingOf(form: HTMLFormElement, buttons: HTMLElement): Reading {
  const rows = offered()
  const line = Object.assign(document.createElement('p'), { className: 'small' })
  const said = Object.assign(document.createElement('p'), { className: 'unseen' })
  line.setAttribute('aria-hidden', 'true')
  line.style.cssText = 'flex: 1 0 100%; margin: 0; line-height: 1.2'
  said.setAttribute('role', 'status')
  buttons.className = 'answer-bar'
  // The line takes as little as it can of what the list needs.
  Object.assign(buttons.style, { flexWrap: 'wrap', rowGap: '0.1rem', paddingTop: '0.2rem' })
  buttons.prepend(line)
  form.append(said)
  // What was answered before going back was read then.
  const seen = new Set(buttons.dataset.readFirst === 'again' ? rows : [])
  const movedAt = performance.now()
  return { form, buttons, rows, seen, line, said, hasLed: false, movedAt, isByFinger: false, isFlying: false }
}

function watch(reading: Reading): void {
  const lookAgain = () => look(reading)
  reading.form.addEventListener('focusin', ({ target }) => {
    for (const row of unseen(reading)) if (row.box === target) reading.seen.add(row)
    lookAgain()
  })
  reading.form.addEventListener('click', ({ detail }) => {
    reading.isByFinger = detail > 0
  })
  reading.form.addEventListener('submit', (event) => answer(reading, event))
  reading.form.addEventListener('change', lookAgain)
  for (const of of [window, window.visualViewport])
    for (const name of ['scroll', 'resize']) of?.addEventListener(name, lookAgain, { passive: true })
  lookAgain()
}

const bar = document.querySelector<HTMLElement>('[data-read-first]')
const whole = bar?.closest('form')
if (bar && whole) watch(readingOf(whole, bar))
