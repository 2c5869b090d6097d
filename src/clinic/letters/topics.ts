/** What letters can be about, and the words that somebody says yes to. Pure. The words are kept as proof, so they stand once. */

/** The topics, each with what it brings. Never: one that tells anything of a reader's health. */
export const topics = {
  'keep-away': { name: 'Keep it away', brings: 'One small thing a month' },
  'guide-news': { name: 'New in the guide', brings: 'When what is known changes' },
  'clinic-news': { name: 'News of the clinic', brings: 'Classes, opening times and offers' },
} as const

/** The id of a topic. */
export type Topic = keyof typeof topics

/** The ids, in the order of the page. */
export const topicIds: readonly Topic[] = ['keep-away', 'guide-news', 'clinic-news']

/** Those of `texts` that are topics, each once, in the order of the page. */
export const topicsOf = (texts: readonly string[]): readonly Topic[] => topicIds.filter((id) => texts.includes(id))

/** "Keep it away, New in the guide" */
export const topicNames = (ids: readonly Topic[]): string => ids.map((id) => topics[id].name).join(', ')

/** What stands beside the form on which somebody asks for letters. */
export const askWords: readonly string[] = [
  'At most one letter a month about each. Each letter ends with one tap to leave.',
  'We do not track who opens it.',
  'We mail you once to ask if it was really you. Nothing comes until you say yes.',
  'If you do not say yes, we erase your address after two weeks.',
]

/** What stands beside the button that says yes. @param clinic its name, who then sends the letters */
export const yesWords = (clinic: string): readonly string[] => [
  `Then ${clinic} sends you letters about what you choose. At most one a month about each.`,
  'You can change this, or leave with one tap, at the end of every letter.',
]

/** What stands beside the button of a change. */
export const changeWords: readonly string[] = ['You get letters about what is ticked, and no others.']

/** What stands beside the button with which somebody leaves. @param clinic its name */
export const leaveWords = (clinic: string): readonly string[] => [
  `Then ${clinic} sends you no more letters.`,
  'Mail about your visits still comes: what is booked, moved or cancelled, and reminders.',
]
