import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take a minute or more, longest first. */
const long = [
  'test/db/randomKill.test.ts',
  'test/house/arrows.test.ts',
  'test/electron/backend/killedPayment.test.ts',
  'test/db/killDuringImport.test.ts',
  'test/electron/backend/contract.test.ts',
  'test/electron/package/package.test.ts',
  'test/electron/cli/learning.test.ts',
  'test/electron/cli/audit.test.ts',
]

/** Runs the longest files first: one that began last would hold up the end while the other core has nothing to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex(name => moduleId.endsWith(name))
      return at === -1 ? long.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}
