/**
 * The pages outside of Learn that are the same for everybody, as machines see them: their one address and a line about each.
 * Pages of Learn say it themselves. Pure. Never: a page that holds something of one person.
 */
import { isLessonId, lessons } from '../../care/prevention/lessons.ts'
import { type ForMachines, medicalPage } from './guide/for-machines.ts'
import { paths } from './paths.ts'

const plain = { data: { '@type': 'WebPage' } } as const

const pages: readonly ForMachines[] = [
  {
    ...{ path: paths.home, title: 'Unclench', ...plain },
    about: 'Back spasm: check it is safe, then get help for the next hour.',
  },
  medicalPage({
    ...{ path: paths.emergency, title: 'Emergency signs' },
    about: 'Signs beside back pain that need 999 or A&E now, and what to say when you call.',
    claims: [],
  }),
  {
    ...{ path: paths.safety, title: 'Safety and privacy', ...plain },
    about: 'How Unclench keeps you safe, what stays on your phone, and what it never does.',
  },
  {
    ...{ path: paths.about, title: 'About Unclench', ...plain },
    about: 'What Unclench is for, how sure it is, and where what it says comes from.',
  },
  medicalPage({
    ...{ path: paths.prevent, title: 'Keep it away' },
    about: 'What makes the next back spasm less likely, and what does not.',
    claims: [],
  }),
]

/** The page at this address; `undefined` for all that is not such a page. */
export function publicPageAt(path: string): ForMachines | undefined {
  const lesson = path.startsWith(paths.lesson('')) ? path.slice(paths.lesson('').length) : ''
  if (!isLessonId(lesson)) return pages.find((page) => page.path === path)
  const { title, about } = lessons[lesson]
  return medicalPage({ path, title, about, claims: [] })
}
