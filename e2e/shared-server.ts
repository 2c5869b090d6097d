/**
 * One built server for all browser tests that need no other build, no stop and no witness, so that what a device lived on it
 * can be given to later ones (lived.ts). Vitest starts it once before the files and stops it after the last.
 */
import type { TestProject } from 'vitest/node'
import { startServer } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the shared server answers. */
    readonly origin: string
  }
}

/** Vitest's global set-up of the browser tests. Returns its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  project.provide('origin', server.origin)
  return server.stop
}
