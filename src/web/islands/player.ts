/**
 * Plays a session or a course of relaxing: one figure, one number, one voice, by the line of time that the page brought.
 * Hydrates the markup of ui/player.tsx; without it the page says the same in words. Keeps only its place, in this tab, and
 * three switches (voice, chimes, buzz) on the device. Never: sends anything, or chooses a movement the page did not allow.
 */
import { type FigureFrames, pathsAt } from '../../care/movement/figure-frames.ts'
import { at, backFrom, type Cue, skipFrom } from '../../care/player/timeline.ts'
import { type Clocks, elapsedAt, looked, paused, type Run, standing, started } from './player/clock.ts'
import * as course from './player/course.ts'
import { buzz, canBuzz, canSpeak, hush, mediaKeys, screenLock, speak } from './player/device.ts'
import { tellForm } from './player/form.ts'
import { makeSound } from './player/sound.ts'
import { kept, keep, readSwitches, type Switches, writeSwitches } from './player/store.ts'
import { write } from './write.ts'

interface NamedChoice extends course.Choice {
  readonly title: string
  readonly note?: string
}

/** Cues that a screen reader hears; counting each repeat and breath would drown it. */
const aloud: ReadonlySet<Cue['kind']> = new Set([
  'settle',
  'ready',
  'start',
  'other',
  'half',
  'minute',
  'part',
  'rest',
  'done',
])
/** Said only into silence: the words of getting ready must not be cut off by a count. */
const gentle: ReadonlySet<Cue['kind']> = new Set(['count', 'rep', 'in', 'out'])
/** A cue that comes later than this is not said any more: its moment has passed. */
const lateMs = 1500

function alive(section: HTMLElement): void {
  const slots = JSON.parse(section.dataset.player ?? '[]') as readonly (readonly NamedChoice[])[]
  const name = section.dataset.name ?? ''
  const session = section.dataset.sort === 'session'
  const form = document.querySelector<HTMLFormElement>('form[data-finish]')
  const formPart = form?.closest<HTMLElement>('[data-finish-part]')
  const part = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = section.querySelector<T>(selector)
    if (!found) throw new Error(`no ${selector} in the player`)
    return found
  }
  const [screen, title, place, number, unit] = ['screen', 'title', 'place', 'number', 'unit'].map((one) =>
    part(`[data-${one}]`),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
  const [caption, next, say, go] = ['caption', 'next', 'say', 'go'].map((one) => part(`[data-${one}]`)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ]
  const panels = [...section.querySelectorAll<HTMLElement>('[data-panel]')]
  const drawings = [...section.querySelectorAll<HTMLElement>('[data-choice]')].map((box) => ({
    box,
    frames: JSON.parse(box.dataset.frames ?? '') as FigureFrames,
    paths: box.querySelectorAll<SVGPathElement>('svg.figure > g > path'),
  }))
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  const awake = screenLock()

  let progress = course.read(kept(name), slots)
  let line = course.lineOf(slots, progress)
  let run: Run = standing(Math.min(progress.elapsedMs, line.totalMs))
  let switches = readSwitches()
  /** Cues before this moment have been given. */
  let toldMs = run.baseMs
  let drawn = ''
  let beat: ReturnType<typeof setInterval> | undefined

  /** Is there anything to hear? Without it no sound is taken from another app, and losing sound stops nothing. */
  const heard = () => switches.voice || switches.chimes
  const sound = makeSound(pump, () => heard() && run.since && stand('Paused. Press Go on when you are ready.'))
  const clocks = (): Clocks => ({ wall: Date.now(), steady: performance.now(), sound: sound.clock() })
  const media = mediaKeys({ play, pause: () => run.since && stand('Paused.'), previous: back, next: skip })

  const elapsed = () => Math.min(elapsedAt(run, clocks()), line.totalMs)
  const itemNow = () => at(line, elapsed()).item
  const save = () => {
    progress = { ...progress, elapsedMs: elapsed() }
    keep(name, course.written(progress))
  }

  /** Says it to the ear and the screen reader. */
  function tell(words: string): void {
    write(say, words)
    if (switches.voice) speak(words)
  }

  /** Looks at the clocks, gives the cues that are due, and sets the next ones. */
  function pump(): void {
    if (!run.since) return
    const now = clocks()
    const look = looked(run, now)
    if (look.gap) {
      run = look.run
      stand('Paused, because you were away. Press Go on when you are ready.')
      return
    }
    run = look.run
    const elapsedMs = elapsed()
    const due = line.cues.filter(({ atMs }) => atMs > toldMs && atMs <= elapsedMs)
    toldMs = Math.max(toldMs, elapsedMs)
    if (due.length > 0) given(due.filter(({ atMs }) => elapsedMs - atMs < lateMs))
    progress = course.passed(line, progress, elapsedMs)
    if (elapsedMs >= line.totalMs) {
      finish()
      return
    }
    sound.plan(line.cues, elapsedMs, now.steady, switches.chimes)
    draw()
  }

  function given(cues: readonly Cue[]): void {
    const words = cues.flatMap((cue) => cue.say || [])
    const last = cues.at(-1)
    if (last) section.dataset.cue = String(last.atMs)
    const spoken = cues.filter((cue) => aloud.has(cue.kind)).flatMap((cue) => cue.say || [])
    if (spoken.length > 0) write(say, spoken.join(' '))
    if (switches.voice && words.length > 0)
      speak(
        words.join(' '),
        cues.every(({ kind }) => gentle.has(kind)),
      )
    if (switches.buzz && cues.some((cue) => cue.buzz))
      buzz(cues.some(({ chime }) => chime === 'stop') ? [150, 80, 150] : 80)
  }

  function draw(): void {
    const shown = at(line, elapsed())
    const slot = line.placeOf[shown.item] ?? 0
    const choice = progress.places[slot]?.choice ?? 0
    const fresh = elapsed() === 0 && !run.since
    write(title, slots[slot]?.[choice]?.title ?? '')
    write(place, line.placeOf.length > 1 ? `${shown.item + 1} of ${line.placeOf.length}` : '')
    write(number, shown.number)
    write(unit, shown.unit)
    write(caption, shown.caption)
    const getting = shown.step?.kind === 'settle' || shown.step?.kind === 'ready'
    write(next, (getting && slots[slot]?.[choice]?.note) || shown.next)
    write(go, run.since ? 'Pause' : fresh ? 'Start' : 'Go on')
    const key = `${slot}.${choice}`
    for (const { box } of drawings) if (box.hidden !== (box.dataset.choice !== key)) box.hidden = !box.hidden
    const drawing = drawings.find(({ box }) => box.dataset.choice === key)
    const { step } = shown
    // While somebody gets into place it already lies as for the first side.
    const timed = slots[slot]?.[choice]?.timed
    const side = step?.side ?? timed?.sides[0] ?? null
    drawing?.box.classList.toggle('mirrored', side !== null && timed?.mirroredFor.includes(side) === true)
    // Still frames: where the step leads to.
    const moment =
      calm.matches && step
        ? step.figureMs + (step.figureRuns && step.kind === 'out' ? step.lengthMs / 2 : 0)
        : shown.figureMs
    const picture = `${key} ${Math.round(moment)}`
    if (!drawing || picture === drawn) return
    drawn = picture
    pathsAt(drawing.frames, moment).forEach(({ d }, index) => {
      drawing.paths[index]?.setAttribute('d', d)
    })
  }
  function frame(): void {
    if (!run.since) return
    pump()
    if (run.since) requestAnimationFrame(frame)
  }

  function play(): void {
    if (run.since || progress.over) return
    show(null)
    sound.begin()
    run = started(run, clocks())
    // The cue of this very moment is still to be given.
    toldMs = run.baseMs - 1
    awake(true)
    media({ playing: true, title: title.textContent ?? '', heard: heard() })
    beat ??= setInterval(pump, 250)
    pump()
    requestAnimationFrame(frame)
  }

  /** Stands still and says so. */
  function stand(words: string): void {
    run = run.since ? paused(run, clocks()) : run
    clearInterval(beat)
    beat = undefined
    sound.clear()
    hush()
    awake(false)
    media({ playing: false, title: title.textContent ?? '', heard: heard() })
    save()
    draw()
    tell(words)
  }

  /** Goes to a moment; plays on if it played. */
  function goTo(elapsedMs: number): void {
    const plays = run.since !== null
    sound.clear()
    hush()
    run = plays ? started(standing(elapsedMs), clocks()) : standing(elapsedMs)
    toldMs = elapsedMs - 1
    save()
    if (plays) pump()
    if (elapsedMs >= line.totalMs) finish()
    else draw()
  }
  function skip(): void {
    const elapsedMs = elapsed()
    progress = course.left(line, progress, itemNow(), elapsedMs)
    goTo(skipFrom(line, elapsedMs))
  }
  function back(): void {
    goTo(backFrom(line, elapsed()))
  }

  /** Shows one panel in place of the screen, or the screen. */
  function show(panel: string | null): void {
    const had = section.contains(document.activeElement)
    screen.hidden = panel !== null
    for (const one of panels) one.hidden = one.dataset.panel !== panel
    const open = panels.find(({ hidden }) => !hidden)
    if (open) {
      open.querySelector<HTMLElement>('h2')?.focus()
      open.scrollIntoView({ block: 'nearest' })
    } else if (had) go.focus()
  }

  /** Something else for this place: which, or none. `sore`: it hurt. */
  function offer(sore: boolean): void {
    const slot = line.placeOf[itemNow()] ?? 0
    const used = new Set(
      progress.places.flatMap(({ choice }, one) => (choice === null ? [] : (slots[one]?.[choice]?.movement ?? []))),
    )
    for (const one of progress.places[slot]?.told ?? []) used.add(one.movement)
    let offered = 0
    for (const button of section.querySelectorAll<HTMLElement>('[data-take]')) {
      const [own, choice] = (button.dataset.take ?? '').split('.').map(Number)
      const movement = slots[own ?? 0]?.[choice ?? 0]?.movement ?? ''
      button.hidden = own !== slot || used.has(movement)
      if (!button.hidden) offered += 1
    }
    write(part('[data-swap-title]'), sore ? 'Leave that one out today.' : 'Do another one?')
    write(
      part('[data-swap-words]'),
      offered === 0 ? 'There is no other one for you now.' : 'One of these may be easier for you:',
    )
    section.dataset.why = sore ? 'tooSore' : 'swap'
    show('swap')
  }
  function take(choice: number | null): void {
    const why = section.dataset.why === 'tooSore' ? 'tooSore' : 'swap'
    progress = course.replaced(line, progress, itemNow(), elapsed(), why, choice, slots)
    line = course.lineOf(slots, progress)
    run = standing(Math.min(progress.elapsedMs, line.totalMs))
    drawn = ''
    save()
    if (run.baseMs >= line.totalMs) finish()
    else {
      show(null)
      play()
    }
  }

  /** The playing is over. A session asks how it went; relaxing is done. */
  function finish(): void {
    if (run.since) stand('Well done. That is all.')
    if (!progress.over) progress = course.ended(line, progress, elapsed())
    save()
    if (session) toForm()
    else show('over')
  }
  function toForm(): void {
    section.hidden = true
    document.documentElement.classList.remove('playing')
    if (!form) return
    tellForm(form, slots, progress)
    if (formPart) formPart.hidden = false
    form.querySelector<HTMLElement>('h2')?.focus()
    form.scrollIntoView({ block: 'start' })
  }

  const press = (selector: string, run: () => void) =>
    section.querySelector<HTMLElement>(selector)?.addEventListener('click', run)
  /** In the rest before a movement, "too sore" speaks of the one that is over. */
  let soreItem = 0
  const sore = () => {
    const { step, item } = at(line, elapsed())
    soreItem = step?.kind === 'settle' && item > 0 ? item - 1 : item
    const place = line.placeOf[soreItem] ?? 0
    const before = slots[place]?.[progress.places[place]?.choice ?? 0]?.title ?? ''
    const words = soreItem === item ? 'Stop this one. How is your leg?' : `${before} was too sore. How is your leg?`
    write(part('[data-panel="sore"] h2'), words)
    stand(words)
    show('sore')
  }
  const stop = () => {
    stand('Stopped.')
    show('stop')
  }
  const toggle = () => (run.since ? stand('Paused.') : play())
  press('[data-go]', toggle)
  press('[data-back]', back)
  press('[data-skip]', skip)
  press('[data-stop]', stop)
  press('[data-sore]', sore)
  press('[data-swap]', () => {
    stand('Paused.')
    offer(false)
  })
  press('[data-end]', () => {
    show(null)
    finish()
  })
  press('[data-again]', () => {
    progress = course.fresh(slots)
    run = standing(0)
    show(null)
    save()
    play()
  })
  press('[data-none]', () => take(null))
  /** What the leg was said to do, the last time it was asked; not known after a reload. */
  let leg = 'notSure'
  section.querySelector('[data-worse]')?.addEventListener('click', (event) => {
    const told = slots.flatMap((choices, place) => course.toldOf(progress, place, choices))
    if (!form || told.every(({ done }) => done !== 'tooSore')) return
    // What was too sore is kept, whatever else is new.
    event.preventDefault()
    progress = course.ended(line, progress, elapsed())
    save()
    tellForm(form, slots, progress)
    sendAsKnown(form, { leg, next: 'stop' })
  })
  for (const button of section.querySelectorAll<HTMLElement>('[data-cancel]'))
    button.addEventListener('click', () => {
      show(null)
      draw()
    })
  for (const button of section.querySelectorAll<HTMLElement>('[data-take]'))
    button.addEventListener('click', () => take(Number((button.dataset.take ?? '').split('.')[1])))
  for (const button of section.querySelectorAll<HTMLElement>('[data-leg]'))
    button.addEventListener('click', () => {
      leg = button.dataset.leg ?? 'notSure'
      const over = soreItem !== itemNow()
      if (over) progress = course.soreAfter(line, progress, soreItem)
      // Further down, staying, or not known: the session ends here, and the rules say what is next.
      if (form && ['further', 'lasting', 'notSure'].includes(leg)) {
        if (!over) progress = course.replaced(line, progress, soreItem, elapsed(), 'tooSore', null, slots)
        progress = course.ended(line, progress, elapsed())
        save()
        tellForm(form, slots, progress)
        sendAsKnown(form, { leg })
      } else if (over) {
        save()
        show(null)
        tell('Left out for today. Press Go on for the next one.')
      } else offer(true)
    })

  for (const button of section.querySelectorAll<HTMLElement>('[data-switch]')) {
    const key = button.dataset.switch as keyof Switches
    button.hidden = (key === 'voice' && !canSpeak) || (key === 'buzz' && !canBuzz)
    button.setAttribute('aria-pressed', String(switches[key]))
    button.addEventListener('click', () => {
      switches = { ...switches, [key]: !switches[key] }
      writeSwitches(switches)
      button.setAttribute('aria-pressed', String(switches[key]))
      if (key === 'voice' && !switches.voice) hush()
      if (key === 'chimes') sound.clear()
      if (run.since) media({ playing: true, title: title.textContent ?? '', heard: heard() })
      if (run.since) pump()
    })
  }

  // On the whole page, since nobody who lies down should have to aim first; what has keys of its own keeps them. A single
  // letter counts only in the player itself (WCAG 2.1.4).
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
    const inside = section.contains(event.target)
    if (!inside && event.target.closest('a, button, input, select, textarea, summary')) return
    const onButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement
    const open = panels.some(({ hidden, dataset }) => !hidden && dataset.panel !== 'over')
    const keys: Readonly<Record<string, () => void>> = open
      ? { Escape: () => show(null) }
      : {
          ...(!onButton && { ' ': toggle }),
          ArrowLeft: back,
          ArrowRight: skip,
          ...(session && inside && { s: sore, S: sore }),
          Escape: stop,
        }
    const act = screen.hidden && !open ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  document.addEventListener('visibilitychange', () => {
    if (run.since) pump()
    save()
  })
  // Frozen or kept for Back: nobody is guided meanwhile.
  window.addEventListener('pagehide', () => run.since && stand('Paused.'))
  document.addEventListener('freeze', () => run.since && stand('Paused.'))
  window.addEventListener('pageshow', () => draw())

  if (section.dataset.over === 'true') return
  document.documentElement.classList.add('playing')
  for (const plain of document.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true
  if (formPart) formPart.hidden = true
  section.hidden = false
  // The keys work while the player has the focus.
  section.focus({ preventScroll: true })
  if (progress.over) {
    if (session) toForm()
    else show('over')
    return
  }
  draw()
  if (run.baseMs > 0) write(say, 'Paused where you were. Press Go on when you are ready.')
}

/** Sends what is known so far. What was not asked stays not known. */
function sendAsKnown(form: HTMLFormElement, known: Readonly<Record<string, string>>): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[name="leg"], [name="worst"], [name="effort"]'))
    field.disabled = true
  for (const [name, value] of Object.entries({ worst: 'notSure', effort: 'notSure', ...known })) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  form.submit()
}

document.querySelectorAll<HTMLElement>('[data-player]').forEach(alive)
