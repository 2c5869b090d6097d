/**
 * The staff's calendar: it opens at the hour that it is, arrow keys walk the table, M moves the visit one is on, and a visit can
 * be dragged. Without it the table is links. Never: moves anything itself; a drop opens the page that asks, and while dragging
 * the server is asked what is in the way.
 */
import { write } from './write.ts'

/** A press that moves less than this is a click. */
const dragPixels = 8
/** The server is asked about a place once the hand has rested there so long. */
const restMs = 150
/** The table draws visits to five minutes, so a hand puts them down by as many. */
const stepMinutes = 5
const rowMinutes = 30

const table = document.querySelector<HTMLTableElement>('table[data-calendar]')
if (table) {
  for (const line of document.querySelectorAll<HTMLElement>('[data-drags]')) line.hidden = false
  scrollToNow(table)
  walk(table)
  drag(table)
}

/** The visit that is shown beside the table, or else the hour that it is, stands a third of the way down. */
function scrollToNow(grid: HTMLTableElement): void {
  const chosen = grid.querySelector('a[aria-current]')?.closest('td')
  const cell = chosen ?? grid.querySelector<HTMLElement>('.cal-now')
  const frame = grid.parentElement
  if (!cell || !frame) return
  const below = cell.getBoundingClientRect().top - frame.getBoundingClientRect().top
  frame.scrollTop += below - frame.clientHeight / 3
}

/** One stop for the Tab key; inside, the arrows walk. */
function walk(grid: HTMLTableElement): void {
  const links = [...grid.querySelectorAll<HTMLAnchorElement>('tbody a')]
  const placeOf = (link: HTMLAnchorElement) => ({
    column: link.closest('td')?.cellIndex ?? 0,
    row: link.closest('tr')?.rowIndex ?? 0,
  })
  const placed = links.map((link) => ({ link, ...placeOf(link) }))
  const stop = (link: HTMLAnchorElement | undefined) => {
    if (!link) return
    for (const one of links) one.tabIndex = one === link ? 0 : -1
  }
  stop(
    links.find((link) => link.getAttribute('aria-current') === 'true') ??
      links.find((link) => link.closest('.cal-now')) ??
      links[0],
  )
  const goTo = (link: HTMLAnchorElement | undefined) => {
    stop(link)
    link?.focus()
  }
  grid.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLAnchorElement) stop(target)
  })
  grid.addEventListener('keydown', (event) => {
    const here = placed.find(({ link }) => link === document.activeElement)
    if (!here || event.ctrlKey || event.metaKey || event.altKey) return
    const column = placed.filter((one) => one.column === here.column)
    const beside = (step: 1 | -1) => {
      const others = placed.filter((one) => Math.sign(one.column - here.column) === step)
      const next = Math.min(...others.map((one) => Math.abs(one.column - here.column)))
      const far = (one: (typeof placed)[number]) => Math.abs(one.row - here.row)
      return others
        .filter((one) => Math.abs(one.column - here.column) === next)
        .sort((one, other) => far(one) - far(other))[0]
    }
    const to = {
      ArrowDown: () => column[column.indexOf(here) + 1],
      ArrowUp: () => column[column.indexOf(here) - 1],
      ArrowRight: () => beside(1),
      ArrowLeft: () => beside(-1),
      Home: () => column[0],
      End: () => column.at(-1),
    }[event.key]
    if (to) {
      event.preventDefault()
      goTo(to()?.link ?? here.link)
    } else if (event.key.toLowerCase() === 'm' && here.link.dataset.moveHref) {
      event.preventDefault()
      window.location.assign(here.link.dataset.moveHref)
    }
  })
}

interface Target {
  readonly cell: HTMLElement
  readonly start: number
  readonly who: string
  /** On the clock of its row, said before the server has answered. */
  readonly time: string
}

/** Dragging by mouse or pen. A finger scrolls instead. */
function drag(grid: HTMLTableElement): void {
  grid.addEventListener('dragstart', (event) => event.preventDefault())
  grid.addEventListener('pointerdown', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-move-href]') : null
    if (!link || event.button !== 0 || event.pointerType === 'touch') return
    begin(link, event)
  })
}

function begin(link: HTMLAnchorElement, from: PointerEvent): void {
  const grip = from.clientY - link.getBoundingClientRect().top
  const label = document.createElement('p')
  label.className = 'cal-drag'
  label.setAttribute('role', 'status')
  let target: Target | undefined
  let isDragging = false
  let rest = 0
  let asked = new AbortController()

  const move = (event: PointerEvent) => {
    isDragging ||= Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) >= dragPixels
    if (!isDragging) return
    link.classList.add('cal-dragged')
    if (!label.isConnected) document.body.append(label)
    follow(label, event)
    const next = targetAt(event.clientX, event.clientY - grip)
    if (next?.cell === target?.cell && next?.start === target?.start) return
    target?.cell.classList.remove('cal-over')
    next?.cell.classList.add('cal-over')
    target = next
    asked.abort()
    window.clearTimeout(rest)
    write(label, next ? `${next.time} …` : 'Not a time')
    if (next) {
      asked = new AbortController()
      rest = window.setTimeout(() => ask(link, next, label, asked.signal), restMs)
    }
  }
  const end = () => {
    asked.abort()
    window.clearTimeout(rest)
    label.remove()
    link.classList.remove('cal-dragged')
    target?.cell.classList.remove('cal-over')
    document.removeEventListener('pointermove', move)
    document.removeEventListener('pointerup', drop)
    document.removeEventListener('pointercancel', end)
    document.removeEventListener('keydown', leave)
  }
  const drop = () => {
    const to = target
    end()
    if (!isDragging) return
    // The press was no click: the visit does not open.
    link.addEventListener('click', (event) => event.preventDefault(), { once: true })
    window.setTimeout(() => {
      if (to) window.location.assign(`${link.dataset.moveHref}?${queryOf(to)}`)
    })
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end()
  }
  document.addEventListener('pointermove', move)
  document.addEventListener('pointerup', drop)
  document.addEventListener('pointercancel', end)
  document.addEventListener('keydown', leave)
}

const queryOf = ({ start, who }: Target) => new URLSearchParams({ start: String(start), therapist: who })

/** The five minutes under a point. A long visit hangs over the cells below its own, so all that lies there is asked. */
function targetAt(x: number, y: number): Target | undefined {
  const cell = document.elementsFromPoint(x, y).find((one) => one.matches('td.cal-cell[data-from]'))
  if (!(cell instanceof HTMLElement)) return undefined
  const { top, height } = cell.getBoundingClientRect()
  const minutes = Math.round(((y - top) / height) * (rowMinutes / stepMinutes)) * stepMinutes
  const start = Number(cell.dataset.from) + minutes * 60_000
  return { cell, start, who: cell.dataset.who ?? '', time: timeIn(cell, minutes) }
}

/** "08:50": what its row says, and so many minutes more. */
function timeIn(cell: HTMLElement, minutes: number): string {
  const row = cell.closest('tr')?.querySelector('th')?.textContent ?? ''
  const [, hour = '', minute = ''] = /(\d\d):(\d\d)/.exec(row) ?? []
  const all = (Number(hour) * 60 + Number(minute) + minutes) % 1440
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(all / 60))}:${two(all % 60)}`
}

function follow(label: HTMLElement, { clientX, clientY }: PointerEvent): void {
  label.style.left = `${Math.min(clientX + 16, window.innerWidth - 300)}px`
  label.style.top = `${Math.min(clientY + 16, window.innerHeight - 120)}px`
}

/** What is in the way there, in the server's words. */
async function ask(link: HTMLAnchorElement, to: Target, label: HTMLElement, signal: AbortSignal): Promise<void> {
  try {
    const answered = await fetch(`${link.dataset.moveHref}/look?${queryOf(to)}`, { signal })
    const said: unknown = await answered.json()
    if (said && typeof said === 'object' && 'says' in said && typeof said.says === 'string') write(label, said.says)
  } catch {
    if (!signal.aborted) write(label, 'What is there cannot be looked up now.')
  }
}
