/** The addresses that anybody may open, asked of a whole server: the map of the site, and what the search and the guide lead to. */
import { someOf } from '../scripts/short-form.ts'
import { articles } from '../src/care/guide/articles.ts'

/** Every public address; in the short form every fourth of the comments on an article. @param origin of a server with its clinic */
export async function publicPages(origin: string): Promise<readonly string[]> {
  const text = async (path: string) => await (await fetch(origin + path)).text()
  const map = [...(await text('/sitemap.xml')).matchAll(/<loc>(.*?)<\/loc>/g)].map(
    ([, at = '']) => new URL(at).pathname,
  )
  const found = `${await text('/find?place=E2')}${await text('/ask/answered')}`
  const therapists = new Set([...found.matchAll(/"(\/therapists\/[a-z0-9-]+)/g)].map(([, path = '']) => path))
  const one = [...therapists][0] ?? ''
  const page = await text(one)
  const more = [...`${found}${page}`.matchAll(/"(\/clinics\/[a-z0-9-]+|\/ask\/answered\/[\da-f-]{36})/g)]
  const comments = someOf(Object.keys(articles), 4).map((slug) => `/comments/${slug}`)
  const open = await Promise.all(comments.map(async (path) => ((await fetch(origin + path)).ok ? path : [])))
  return [
    ...new Set([
      ...map,
      ...[...therapists, ...more.map(([, path = '']) => path), ...open.flat()],
      ...['/find/compare', `${one}/times`, `${one}/reviews`],
    ]),
  ]
}
