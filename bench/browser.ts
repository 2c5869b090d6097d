/** Chromium for the benchmarks that look at pages. */
import { type Browser, chromium } from 'playwright-core'

/** What keeps Chromium quiet and away from the network while it is measured. */
export const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The Chromium that scripts/bench.mjs found. */
export const chromiumPath = (): string => process.env.CHROMIUM ?? '/usr/bin/chromium'

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags.filter((flag) => flag !== '--headless') })
