import type { Failure, Result } from '../../core/contract/failure.ts'
import type { OrderDraft } from '../../core/contract/orders.ts'
import type { RunEvent } from '../../core/contract/runs.ts'
import type { ForecastResult } from '../../core/forecast/forecastResult.ts'

export type ForecastView = {
  /** The last good result, with the draft it belongs to; a coarse one until `isFinal`. */
  readonly shown?: { readonly draft: OrderDraft; readonly result: ForecastResult; readonly isFinal: boolean }
  /** Why the latest draft has no forecast. */
  readonly failure?: Failure | undefined
  /** Whether a better result than the shown one is on its way. */
  readonly isRefining: boolean
  /** Of the run that is going on, 0 to 1. */
  readonly progress: number
}

type Tools = {
  readonly start: (draft: OrderDraft) => Promise<Result<{ readonly runId: string }>>
  readonly cancel: (runId: string) => void
  readonly tell: (view: ForecastView) => void
}

type Run = { readonly id: string; readonly draft: OrderDraft; hasShown: boolean; isOver: boolean }

/**
 * Keeps one forecast up to date with a draft that may change on every frame. Never more than one start is in flight, and
 * the next draft waits for the first band of the present run: were each start to cancel the one before at once, a steady
 * drag would show nothing at all. Drafts in between are skipped, the latest never.
 */
export class ForecastRunner {
  private readonly tools: Tools
  private view: ForecastView = { isRefining: false, progress: 0 }
  private wanted: OrderDraft | undefined
  private run: Run | undefined
  private isStarting = false
  /** Events may overtake the reply that names their run. */
  private early: RunEvent[] = []

  constructor(tools: Tools) {
    this.tools = tools
  }

  /** Forecasts this draft from now on; undefined stops and keeps what is shown. */
  want(draft: OrderDraft | undefined): void {
    this.wanted = draft
    if (draft === undefined) {
      if (this.run?.isOver === false) this.tools.cancel(this.run.id)
      this.run = undefined
      this.show({ isRefining: false, failure: undefined })
      return
    }
    this.show({ isRefining: true, progress: 0 })
    void this.pump()
  }

  onEvent(event: RunEvent): void {
    if (this.isStarting && event.runId !== this.run?.id) this.early.push(event)
    else this.apply(event)
    void this.pump()
  }

  /** Starts over what was not finished: its events may have been lost. */
  restart(): void {
    if (this.run?.isOver !== false) return
    this.wanted ??= this.run.draft
    this.run = undefined
    void this.pump()
  }

  private async pump(): Promise<void> {
    const isWaitingForBand = this.run?.isOver === false && !this.run.hasShown
    if (this.wanted === undefined || this.isStarting || isWaitingForBand) return
    const draft = this.wanted
    this.wanted = undefined
    this.isStarting = true
    this.early = []
    const started = await this.tools.start(draft)
    this.isStarting = false
    if (started.ok) this.begin({ id: started.value.runId, draft, hasShown: false, isOver: false })
    else if (!this.hasNext()) this.show({ failure: started.failure, isRefining: false })
    await this.pump()
  }

  private begin(run: Run): void {
    this.run = run
    const events = this.early
    this.early = []
    for (const event of events) this.apply(event)
  }

  private hasNext(): boolean {
    return this.wanted !== undefined || this.isStarting
  }

  private apply(event: RunEvent): void {
    const { run } = this
    if (run === undefined || event.runId !== run.id) return
    switch (event.kind) {
      case 'progress':
        this.show({ progress: event.fraction })
        break
      case 'partial':
        run.hasShown = true
        if (event.result.kind !== 'forecast') break
        this.show({
          shown: { draft: run.draft, result: event.result.forecast, isFinal: false },
          failure: undefined,
        })
        break
      case 'done':
        run.isOver = true
        this.finish(run.draft, event.result?.kind === 'forecast' ? event.result.forecast : null)
        break
      case 'failed':
        run.isOver = true
        // The next start cancels this run: that is no failure.
        if (!this.hasNext()) this.show({ failure: event.failure, isRefining: false })
        break
    }
  }

  private finish(draft: OrderDraft, result: ForecastResult | null): void {
    this.show({
      ...(result === null ? {} : { shown: { draft, result, isFinal: true } }),
      failure: undefined,
      isRefining: this.hasNext(),
      progress: 1,
    })
  }

  private show(change: Partial<ForecastView>): void {
    this.view = { ...this.view, ...change }
    this.tools.tell(this.view)
  }
}
