/** The addresses of asking and of comments. The private part opens one question or comment and says nothing. */
export const askPaths = {
  ask: '/ask',
  /** Questions with answers that anybody may read. @param page from 1 */
  answered: (page = 1) => `/ask/answered${page > 1 ? `?page=${page}` : ''}`,
  answeredPattern: '/ask/answered',
  /** What there is to read already, as JSON. */
  known: '/ask/known.json',
  answer: (id: string) => `/ask/answered/${id}`,
  answerPattern: '/ask/answered/:id',
  own: (token: string) => `/ask/${token}`,
  ownPattern: '/ask/:token',
  /** Posted: erases question and answer. */
  erase: (token: string) => `/ask/${token}/erase`,
  erasePattern: '/ask/:token/erase',
  /** What readers say of a page of the guide. */
  comments: (page: string) => `/comments/${page}`,
  commentsPattern: '/comments/:page',
  ownComment: (token: string) => `/comments/mine/${token}`,
  ownCommentPattern: '/comments/mine/:token',
  /** Posted: erases the comment. */
  eraseComment: (token: string) => `/comments/mine/${token}/erase`,
  eraseCommentPattern: '/comments/mine/:token/erase',
} as const

/** Where the care half answers from the guide. */
export const guideLinks = {
  guide: '/guide',
  article: (slug: string) => `/guide/${slug}`,
  questions: '/guide/questions',
  question: (slug: string) => `/guide/questions/${slug}`,
} as const
