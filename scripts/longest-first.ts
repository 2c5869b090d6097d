/**
 * The order in which Vitest hands files of tests to its workers. By itself it takes those that took longest in the run before,
 * and in a clean clone, where there was none, the largest; so a short file that takes a minute would come last, and one core
 * would wait for it. These few come first, the longest of them at the head.
 */
import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longThoughShort = [
  'e2e/storms.test.ts',
  'e2e/privacy.test.ts',
  'e2e/book.test.ts',
  'e2e/every-page-server.test.ts',
  'e2e/staff-pages.test.ts',
  'e2e/every-page-device.test.ts',
  'e2e/start.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = longThoughShort.indexOf(relative(project.config.root, moduleId))
      return at === -1 ? longThoughShort.length : at
    }
    // How projects follow one another is Vitest's own order, but for the quick tests: last, they fill whichever core is free.
    const isQuick = ({ name }: { readonly name: string }) => name === 'unit'
    const found = [...new Set(sorted.map(({ project }) => project))]
    const projects = [...found.filter((own) => !isQuick(own)), ...found.filter(isQuick)]
    return projects.flatMap((own) =>
      sorted.filter(({ project }) => project === own).sort((one, other) => place(one) - place(other)),
    )
  }
}
