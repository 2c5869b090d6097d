/** Booking, the player and the staff's calendar by keys, in Firefox and in WebKit. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Clinic, sharedClinic } from '../clinic.ts'
import { type Engine, key, startFirefox, startWebKit, until } from './engine.ts'
import { heading, leadOn, leadOnBy, leadOnByKeys, place, text } from './walk.ts'

describe.each([
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
] as const)('in %s', (_name, start) => {
  let engine: Engine
  let clinic: Clinic

  beforeAll(async () => {
    clinic = await sharedClinic()
    engine = await start()
  })
  afterAll(async () => {
    await engine?.stop()
  })

  test('a time is held, booked once by two presses, moved and cancelled', async () => {
    await engine.goto(`${clinic.origin}/find?place=E2`)
    await leadOn(engine, pressLastTime, null)
    await leadOnBy(engine, 'Hold it for 5 minutes')
    expect(await heading(engine)).toBe('Your details')
    expect(await engine.inPage(() => document.querySelector('.countdown')?.textContent, null)).toMatch(/^[45]:\d\d$/)

    // What was typed stands after a mistake.
    const told = { name: 'Åsa <b>Öst</b>', email: 'asa@example.org' }
    await engine.inPage(typeInPage, told)
    await leadOn(engine, pressBookTwice, null)
    expect(await text(engine)).toContain('Choose who pays.')
    expect(await engine.inPage(() => document.querySelector<HTMLInputElement>('[name="name"]')?.value, null)).toBe(
      told.name,
    )

    await engine.inPage(() => document.querySelector<HTMLElement>('[name="payer"][value="self"]')?.click(), null)
    await leadOn(engine, pressBookTwice, null)
    await until(async () => (await heading(engine)) === 'Your visit is booked')
    expect(await text(engine)).toContain(told.name)
    const visit = await place(engine)

    await leadOnBy(engine, 'Move it')
    await leadOn(engine, pressLastMove, null)
    await leadOnBy(engine, 'Hold it for 5 minutes')
    await leadOnBy(engine, 'Move my visit')
    expect([await place(engine), await heading(engine)]).toEqual([visit, 'Your visit is moved'])

    await leadOnBy(engine, 'Cancel it')
    await leadOnBy(engine, 'Cancel my visit')
    expect(await heading(engine)).toBe('Your visit is cancelled')
  })

  test('guided breathing starts, pauses and goes on by the space bar', async () => {
    await engine.goto(`${clinic.origin}/relax/breathe-3`)
    // The buttons are hidden until the script is there.
    const offers = (words: string) =>
      until(() =>
        engine.inPage((wanted) => {
          const button = document.querySelector<HTMLElement>('[data-go]')
          return button !== null && button.getClientRects().length > 0 && button.innerText.trim() === wanted
        }, words),
      )
    await offers('Start')
    await engine.inPage(() => document.querySelector<HTMLElement>('[data-go]')?.click(), null)
    await until(() =>
      engine.inPage(() => document.querySelector('main')?.innerText.includes('Breathe in.') === true, null),
    )
    await engine.inPage(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }, null)
    await offers('Pause')
    await engine.press(key.space)
    await offers('Go on')
    await engine.press(key.space)
    await offers('Pause')
  })

  test('staff walk the calendar by arrows, and M opens the move of the visit that they are on', async () => {
    await engine.goto(`${clinic.origin}/console/sign-in`)
    await leadOnBy(engine, 'Look round as Maud Ferris')
    await leadOnByKeys(engine, '2')
    expect(await place(engine)).toBe('/console/calendar')
    await leadOn(engine, toADayWithVisits, null)

    const on = () =>
      engine.inPage(() => document.activeElement?.closest('td a') && document.activeElement.textContent, null)
    await engine.inPage(() => document.querySelector<HTMLElement>('table.cal a[tabindex="0"]')?.focus(), null)
    const first = await on()
    expect(first).toBeTruthy()
    await engine.press(key.down)
    const second = await on()
    expect(second).toBeTruthy()
    expect(second).not.toBe(first)

    await engine.inPage(() => document.querySelector<HTMLElement>('a.cal-item')?.focus(), null)
    await leadOnByKeys(engine, 'm')
    expect(await place(engine)).toMatch(/^\/console\/calendar\/move\//)
    expect(await heading(engine)).toMatch(/^Move /)
  })
})

// All that follows runs in the page, and so may use nothing from outside.

/** The latest time there is: inside its last day a visit cannot be moved. */
function pressLastTime(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/book/"]')]
  const at = (link: HTMLAnchorElement) => Date.parse(new URL(link.href).searchParams.get('at') ?? '')
  const [last] = links.sort((one, other) => at(other) - at(one))
  setTimeout(() => last?.click(), 0)
}

function pressLastMove(): void {
  const last = [...document.querySelectorAll<HTMLElement>('.move-times a')].at(-1)
  setTimeout(() => last?.click(), 0)
}

function pressBookTwice(): void {
  const button = [...document.querySelectorAll('button')].find((one) => /^Book /.test(one.innerText))
  setTimeout(() => {
    button?.click()
    button?.click()
  }, 0)
}

function typeInPage(told: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(told)) {
    const field = document.querySelector<HTMLInputElement>(`[name="${name}"]`)
    if (field) field.value = value
  }
  document.querySelector<HTMLElement>('[name="forWhom"][value="me"]')?.click()
}

/** The first working day that is to come, where the demonstration has visits. */
function toADayWithVisits(): void {
  const day = new Date()
  do day.setUTCDate(day.getUTCDate() + 1)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6)
  const address = `/console/calendar?day=${day.toISOString().slice(0, 10)}`
  setTimeout(() => location.assign(address), 0)
}
