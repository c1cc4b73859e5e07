import type { PushEvent } from '../../core/contract/runs.ts'
import type { Context } from './context.ts'

type What = Extract<PushEvent, { kind: 'changed' }>['what']

/** Answers that show something of a record of the kind: names, counts and verdicts travel. */
const shownIn: Readonly<Record<What, readonly What[]>> = {
  creators: ['creators', 'videos', 'orders', 'workspace'],
  products: ['products', 'videos', 'orders'],
  videos: ['videos', 'creators', 'orders', 'workspace'],
  orders: ['orders', 'videos', 'creators', 'workspace'],
  settings: ['settings'],
  workspace: ['workspace', 'creators', 'products', 'videos', 'orders'],
  backups: ['backups'],
  histories: ['histories'],
  learned: ['learned'],
  profiles: ['profiles', 'workspace'],
  imports: ['imports', 'orders', 'videos', 'creators', 'workspace', 'histories'],
  audit: ['audit'],
}

/** Tells every page that records of a kind changed, and what else shows them. */
export function tellChanged({ push }: Pick<Context, 'push'>, changed: What): void {
  for (const what of shownIn[changed]) push({ kind: 'changed', what })
}
