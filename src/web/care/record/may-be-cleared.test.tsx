/** Where it is said that a browser may clear what it keeps, and that a home screen has a record of its own; and where not. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { begunOn, device, freshId } from '../programme/programme.fixtures.ts'

const says = /<p[^>]*data-may-be-cleared="(\w+)"[^>]*hidden[^>]*>(.*?)<\/p>/s
const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const soon: Answers = { F1: 'yes', 'F1.skin': 'no' }
const withPlan = async (answers: Answers = {}) => {
  const home = await device().check(0, 12, answers)
  return (await home.plan(0, 12.2)).at(0, 12.5)
}

describe('what a browser may clear', () => {
  test.each([
    ['/diary', 'ask'],
    ['/record', 'ask'],
    // Somebody is in the middle of the first hour there, and a browser may put a question of its own.
    ['/plan', 'look'],
  ])('%s says it in one line, with both ways to keep it', async (address, way) => {
    const { html } = await (await withPlan()).get(address)
    const [, how, words = ''] = says.exec(html) ?? []
    expect([how, html.match(new RegExp(says, 'gs'))?.length]).toEqual([way, 1])
    expect(words).toContain('Your browser may clear what is kept here')
    expect(words.replaceAll(/<[^>]+>/g, '')).toContain('Save it as a file, or keep a locked copy.')
    for (const href of ['/record/unclench-record.json', '/record/locked-copy'])
      expect(html.split(`href="${href}"`)).toHaveLength(2)
  })

  test.each(['/diary', '/record', '/plan'])('%s says nothing of it where nothing is kept', async (address) => {
    expect((await device().get(address)).html).not.toMatch(says)
  })

  test.each([
    ['an emergency', async () => withPlan(emergency)],
    ['something to be seen for soon', async () => withPlan(soon)],
    [
      'a sign told to the diary',
      async () => {
        const home = await withPlan()
        await home.post('/diary/entry', { form: freshId(), pain: '3', signs: 'numb' })
        return home
      },
    ],
    [
      'a stop',
      async () => {
        const home = await begunOn()
        await home.post('/programme/stop', { form: freshId(), sign: 'fever' })
        return home
      },
    ],
  ])('nothing of it stands beside %s', async (_, make) => {
    const home = await make()
    expect(await home.notebook.all()).not.toEqual([])
    for (const address of ['/diary', '/record', '/plan'])
      expect([address, says.test((await home.get(address)).html)]).toEqual([address, false])
  })
})

describe('the home screen of an iPhone', () => {
  test('has a record of its own: My record says so, and how to bring it across', async () => {
    const { text } = await (await withPlan()).get('/record')
    expect(text).toContain(
      'On the home screen of an iPhone or iPad, Unclench keeps a record of its own. It starts empty.',
    )
    expect(text).toContain('save it as a file here. Then open Unclench from the home screen')
  })
  test('is named where nothing is kept yet, which is what one sees there', async () => {
    const { text } = await device().get('/record')
    expect(text).toContain('Did you open Unclench from the home screen of an iPhone or iPad?')
    expect(text).not.toContain('It starts empty')
  })
})
