/** The scripts of the pages as tests hand them out, and what on a page waits for which. Tests only. */

/** What of a page is brought to life by which script (src/web/islands). */
export const scripts = {
  ...{ 'data-timer': 'timer', 'data-player': 'player', 'data-chart': 'chart' },
  ...{ 'data-body-map': 'body-map', 'data-reminders': 'reminders', 'data-countdown': 'countdown', 'data-copy': 'copy' },
  ...{ 'data-guide-search': 'guide-search', 'data-share': 'share' },
}
/** Where those scripts lie for the pages of tests. */
export const islandsOfTests: Readonly<Record<string, string>> = Object.fromEntries(
  [...Object.values(scripts), 'told-elsewhere', 'told-while-asking'].map((name) => [name, `/islands/${name}.js`]),
)
