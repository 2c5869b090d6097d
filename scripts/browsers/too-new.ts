/**
 * What in the built files is newer than the floor, and may not be.
 */
import { exceptions } from './exceptions.ts'
import { newInScript } from './script-uses.ts'
import { newInStyle } from './style-uses.ts'

/**
 * Reads built files and compares what they use with the floor.
 *
 * @param files  text by path below dist/client
 * @param allowed  reasons by feature; one that no file needs any more is a fault too
 * @returns how many files were read, and one sentence for each fault. No files at all is a fault
 */
export function tooNew(
  files: ReadonlyMap<string, string>,
  allowed: Readonly<Record<string, string>> = exceptions,
): { readonly read: number; readonly faults: readonly string[] } {
  const faults: string[] = []
  const used = new Set<string>()
  let read = 0
  for (const [path, text] of files) {
    const found = path.endsWith('.js') ? newInScript(path, text) : newInStyle(text)
    read += 1
    for (const feature of found) {
      if (Object.hasOwn(allowed, feature)) used.add(feature)
      else faults.push(`${path} uses ${feature}, which is newer than the oldest browsers of README.md`)
    }
  }
  for (const feature of Object.keys(allowed))
    if (!used.has(feature)) faults.push(`${feature} need not be excused any more: take it out of exceptions.ts`)
  for (const kind of ['worker.js', '.js', '.css'])
    if (![...files.keys()].some((path) => path.endsWith(kind))) faults.push(`no ${kind} was read, so nothing is shown`)
  return { read, faults }
}
