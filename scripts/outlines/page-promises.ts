/**
 * What every page keeps, whichever it is and whatever it holds: where the eye and the screen reader begin, which script brings
 * its parts to life, and that a form which comes back says what is wrong, where, and still holds what was told. Tests only.
 */
import { scripts } from '../../src/web/care/islands.fixtures.ts'
import { decoded } from '../../src/web/care/plan/plan.fixtures.ts'

/** The scripts that a page does not bring, though something on it waits for them. */
export const scriptsLacking = (html: string): readonly string[] =>
  Object.entries(scripts)
    .filter(([mark, name]) => html.includes(` ${mark}`) && !html.includes(`/islands/${name}.js`))
    .filter(([mark]) => new RegExp(`<[^>]* ${mark}[ =>]`).test(html))
    .map(([, name]) => name)

/** The ids that a page names (who labels whom, where a link leads on it) and does not have. */
export function idsLacking(html: string): readonly string[] {
  const ids = new Set([...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id))
  const named = [
    ...html.matchAll(/\b(?:aria-labelledby|aria-describedby|aria-controls|for)="([^"]+)"|href="#([^"]+)"/g),
  ]
  return named.flatMap(([, list, one]) => (list ?? one ?? '').split(' ')).filter((id) => !ids.has(id))
}

/** Where a page begins for whoever comes to it: the marks that the `page` island moves the focus to. */
export const focusesOf = (html: string): readonly string[] => html.match(/<[^>]* data-focus(?=[ >=])[^>]*>/g) ?? []

/** What a page breaks of what all keep; nothing where all is well. */
export function broken(html: string): readonly string[] {
  const focused = focusesOf(html)
  const cameBack = html.includes('id="problems"')
  return [
    ...idsLacking(html).map((id) => `names what is not there: ${id}`),
    ...scriptsLacking(html).map((name) => `lacks the script ${name}`),
    ...(focused.length > 1 ? ['begins at more than one place'] : []),
    ...focused.filter((tag) => !tag.includes(' tabindex="-1"')).map((tag) => `begins where no focus can go: ${tag}`),
    ...(html.match(/<form [^>]*>.*?<\/form>/gs) ?? [])
      .filter(isAskedFirst)
      .map((form) => `leaves to the browser: ${form}`),
    ...(cameBack === html.includes('<title>Error: ') ? [] : ['is not named in the tab as what it is']),
    ...(cameBack === focused.some((tag) => tag.includes('id="problems"')) ? [] : ['does not begin with what is wrong']),
    ...saidOnce(html),
  ]
}

/** The browser would stop this form in its own words, before ours can say what is wrong. */
const isAskedFirst = (form: string): boolean =>
  !/^<form [^>]* novalidate/.test(form) &&
  /<(?:input|select|textarea)[^>]* (?:required|min|max|step|pattern|type="(?:number|date|time|email)")(?=[ =>])/.test(
    form,
  )

/** What is wrong stands above with a link to its field, and with the field; only a part that is no field says nothing itself. */
function saidOnce(html: string): readonly string[] {
  const [, above = ''] = /id="problems".*?<ul>(.*?)<\/ul>/s.exec(html) ?? []
  const listed = [...above.matchAll(/href="#([^"]*)">([^<]*)/g)].map(([, id, words]) => `${id}: ${words}`)
  const said = [...html.matchAll(/<p id="([^"]*)-error" class="error">([^<]*)/g)].map(
    ([, id, words]) => `${id}: ${words}`,
  )
  return [
    ...listed
      .filter((line) => line.startsWith('q.') && !said.includes(line))
      .map((line) => `says above alone: ${line}`),
    ...said.filter((line) => !listed.includes(line)).map((line) => `says at the field alone: ${line}`),
  ]
}

/** What was told and could stand in the form that came back, and does not. */
export function forgotten(html: string, told: Readonly<Record<string, string | readonly string[]>>): readonly string[] {
  return Object.entries(told).flatMap(([name, values]) =>
    [values]
      .flat()
      .filter((value) => !stands(html, name, value))
      .map((value) => `forgets ${name} = ${value}`),
  )
}

function stands(html: string, name: string, value: string): boolean {
  const [area] = html.match(new RegExp(`<textarea[^>]* name="${name}"[^>]*>[^<]*`)) ?? []
  if (area !== undefined) return decoded(area.slice(area.indexOf('>') + 1)) === value
  const [select] = html.match(new RegExp(`<select[^>]* name="${name}".*?</select>`, 's')) ?? []
  const fields = [...(select ?? html).matchAll(select ? /<option[^>]*>/g : /<input[^>]*>/g)].map(([tag]) => tag)
  const own = fields.filter((tag) => select || tag.includes(` name="${name}"`))
  const chosen = own.filter((tag) => select || /type="(?:radio|checkbox)"/.test(tag))
  const offered = chosen.filter((tag) => tag.includes(` value="${value}"`))
  const typed = own.filter((tag) => !chosen.includes(tag) && !tag.includes('type="hidden"'))
  if (offered.length > 0) return offered.some((tag) => / (?:checked|selected)\b/.test(tag))
  return typed.length === 0 || typed.some((tag) => decoded(/ value="([^"]*)"/.exec(tag)?.[1] ?? '') === value)
}
