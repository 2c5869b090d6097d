/** Under which pages of the guide readers may say how it went for them. Pure. */
import type { Article } from './types.ts'

const ofSafety: readonly string[] = ['what-cannot-wait', 'what-needs-today', 'medicine-limits']

/** Never beside what cannot wait or the limits of medicines: one person's story there could cost somebody their health. [C] */
export const takesComments = ({ sections }: Pick<Article, 'sections'>): boolean =>
  !sections.some((section) => section.kind === 'from-rules' && ofSafety.includes(section.from))
