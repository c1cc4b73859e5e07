import type { Failure, Result } from '../../core/contract/failure.ts'
import type { RunEvent, RunResult } from '../../core/contract/runs.ts'

export type RunView<W, R> = {
  /** The last good result, with what was wanted when it was made; a coarse one until `isFinal`. */
  readonly shown?: { readonly wanted: W; readonly result: R; readonly isFinal: boolean }
  /** Why what is wanted last has no result. */
  readonly failure?: Failure | undefined
  /** Whether a better result than the shown one is on its way. */
  readonly isRefining: boolean
  /** Of the run that is going on, 0 to 1. */
  readonly progress: number
}

type Tools<W, R> = {
  readonly start: (wanted: W) => Promise<Result<{ readonly runId: string }>>
  readonly cancel: (runId: string) => void
  readonly resultOf: (shown: RunResult) => R | undefined
  readonly tell: (view: RunView<W, R>) => void
}

type Run<W> = { readonly id: string; readonly wanted: W; hasShown: boolean; isOver: boolean }

/**
 * Keeps one run's result up to date with inputs that may change on every frame. Never more than one start is in flight, and
 * the next waits for the first partial result of the present run: were each start to cancel the one before at once, a
 * steady drag would show nothing at all. Inputs in between are skipped, the latest never.
 */
export class RunFollower<W, R> {
  private readonly tools: Tools<W, R>
  private view: RunView<W, R> = { isRefining: false, progress: 0 }
  private wanted: W | undefined
  private run: Run<W> | undefined
  private isStarting = false
  /** Events may overtake the reply that names their run. */
  private early: RunEvent[] = []

  constructor(tools: Tools<W, R>) {
    this.tools = tools
  }

  /** Works on this from now on; undefined stops and keeps what is shown. */
  want(wanted: W | undefined): void {
    this.wanted = wanted
    if (wanted === undefined) {
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
    this.wanted ??= this.run.wanted
    this.run = undefined
    void this.pump()
  }

  private async pump(): Promise<void> {
    const isWaitingForBand = this.run?.isOver === false && !this.run.hasShown
    if (this.wanted === undefined || this.isStarting || isWaitingForBand) return
    const { wanted } = this
    this.wanted = undefined
    this.isStarting = true
    this.early = []
    const started = await this.tools.start(wanted)
    this.isStarting = false
    if (started.ok) this.begin({ id: started.value.runId, wanted, hasShown: false, isOver: false })
    else if (!this.hasNext()) this.show({ failure: started.failure, isRefining: false })
    await this.pump()
  }

  private begin(run: Run<W>): void {
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
        this.showResult(run.wanted, event.result, false)
        break
      case 'done':
        run.isOver = true
        if (event.result !== null) this.showResult(run.wanted, event.result, true)
        this.show({ failure: undefined, isRefining: this.hasNext(), progress: 1 })
        break
      case 'failed':
        run.isOver = true
        // The next start cancels this run: that is no failure.
        if (!this.hasNext()) this.show({ failure: event.failure, isRefining: false })
        break
    }
  }

  private showResult(wanted: W, shown: RunResult, isFinal: boolean): void {
    const result = this.tools.resultOf(shown)
    if (result !== undefined) this.show({ shown: { wanted, result, isFinal }, failure: undefined })
  }

  private show(change: Partial<RunView<W, R>>): void {
    this.view = { ...this.view, ...change }
    this.tools.tell(this.view)
  }
}
