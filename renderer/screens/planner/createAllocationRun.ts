import type { Order } from '../../../core/contract/orders.ts'
import type { AllocationResult } from '../../../core/forecast/allocationResult.ts'
import type { Maximise } from '../../../core/forecast/analysis.ts'
import { request } from '../../app/client.ts'
import { forecastSeed } from '../../app/createForecastRun.ts'
import { createLiveRun, type LiveRun } from '../../app/createLiveRun.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { paced } from '../new-order/paced.ts'
import { planNames } from './planName.ts'

const replicates = 1000
/** A budget that is being typed is not asked at every digit. */
const typingGapMs = 400

export type AllocationAsked = {
  readonly plans: readonly Order[]
  readonly budgetMinor: number
  readonly maximise: Maximise
}

/** The allocation of what is asked, a moment after it was last changed, unless that was `stopped`. */
export function createAllocationRun(
  asked: () => AllocationAsked | undefined,
  stopped: () => AllocationAsked | undefined,
): LiveRun<AllocationAsked, AllocationResult> {
  const i18n = useI18n()
  const settled = paced(asked, typingGapMs)
  return createLiveRun<AllocationAsked, AllocationResult>({
    wanted: () => (settled() === stopped() ? undefined : settled()),
    start: ({ plans, ...rest }, key) => {
      const names = planNames(plans, i18n)
      return request('startAllocation', {
        ...rest,
        drafts: plans.map(({ draft }, i) => ({ name: names[i] ?? '', draft })),
        seed: forecastSeed,
        replicates,
        key,
      })
    },
    resultOf: shown => (shown.kind === 'allocation' ? shown.allocation : undefined),
  })
}
