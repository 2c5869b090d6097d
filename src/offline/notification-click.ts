/**
 * What a press on a reminder does: opens its page, in a tab of ours if there is one.
 * Never: opens an address that is not one of our own.
 */

/** The page a note names; the front page for anything that is not a plain address of ours. */
export function pageOf(data: unknown): string {
  const href = typeof data === 'object' && data !== null && 'href' in data ? data.href : undefined
  return typeof href === 'string' && /^\/(?!\/)[a-z/-]*$/.test(href) ? href : '/'
}

/** The worker's own tabs, as far as this needs them. */
interface Tabs {
  readonly matchAll: (wanted: { type: 'window' }) => Promise<readonly { url: string; focus: () => Promise<unknown> }[]>
  readonly openWindow: (page: string) => Promise<unknown>
}

/** Closes the note and shows its page. */
export async function openFromNote(note: Pick<Notification, 'close' | 'data'>, tabs: Tabs): Promise<void> {
  note.close()
  const page = pageOf(note.data)
  for (const tab of await tabs.matchAll({ type: 'window' }))
    if (new URL(tab.url).pathname === page) {
      await tab.focus()
      return
    }
  await tabs.openWindow(page)
}
