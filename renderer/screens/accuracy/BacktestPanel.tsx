import { createEffect, on, Show } from 'solid-js'
import { createStore } from 'solid-js/store'

import { historyTargets } from '../../../core/calibration/history.ts'
import type { History } from '../../../core/contract/learning.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ChipGroup } from '../../parts/ChipGroup.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { Progress } from '../../parts/Progress.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { type BacktestForm, backtestOf, isOfFile, splitKinds, usualBacktest } from './backtestForm.ts'
import { BacktestResult } from './BacktestResult.tsx'
import type { Backtest } from './createBacktest.ts'

/** How well one file, or all of them, would have been forecast from the rest of it (CA4). */
export function BacktestPanel(props: {
  readonly histories: readonly History[]
  /** Undefined for all of them. */
  readonly file: string | undefined
  readonly backtest: Backtest
}) {
  const { t, said } = useI18n()
  const [form, setForm] = createStore<BacktestForm>(usualBacktest([]))
  createEffect(
    on(
      () => props.file,
      () => setForm(usualBacktest(props.histories)),
    ),
  )
  const asked = () => backtestOf(form, props.file)
  const result = () => {
    const last = props.backtest.result()
    return last !== undefined && isOfFile(last.asked, props.file) ? last : undefined
  }
  const splitProblem = () => {
    const problem = props.backtest.failure()?.problems?.find(({ path }) => path.startsWith('split'))
    return problem && said(problem.expected)
  }
  function start(): void {
    const wanted = asked()
    if (wanted !== undefined) props.backtest.start(wanted)
  }
  return (
    <Panel title={t('backtest.title')}>
      <form
        class="fc-backtest-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          start()
        }}
      >
        <p class="second small">{t(`backtest.splitText.${form.split}`)}</p>
        <div class="fc-backtest-fields">
          <Segmented
            label={t('backtest.split')}
            value={form.split}
            options={splitKinds.map(value => ({ value, label: t(`backtest.splits.${value}`) }))}
            onChange={split => setForm({ split })}
          />
          <SplitFields form={form} error={splitProblem()} onChange={change => setForm(change)} />
        </div>
        <ChipGroup
          label={t('backtest.targets')}
          values={form.targets}
          options={historyTargets.map(value => ({ value, label: t(`backtest.target.${value}`) }))}
          onChange={targets => setForm({ targets })}
        />
        <StartOrStop
          backtest={props.backtest}
          label={t(result() === undefined ? 'backtest.run' : 'backtest.again')}
          isComplete={asked() !== undefined}
        />
      </form>
      <Show when={splitProblem() === undefined && props.backtest.failure()}>
        {failure => <ErrorNotice failure={failure()} />}
      </Show>
      <Show when={result()}>{found => <BacktestResult shown={found().shown} />}</Show>
    </Panel>
  )
}

function SplitFields(props: {
  readonly form: BacktestForm
  readonly error: string | undefined
  readonly onChange: (change: Partial<BacktestForm>) => void
}) {
  const { t } = useI18n()
  return (
    <>
      <Show when={props.form.split !== 'folds'}>
        <DateField
          label={t('backtest.on')}
          value={props.form.on}
          error={props.error}
          onChange={on => props.onChange({ on })}
        />
      </Show>
      <Show when={props.form.split === 'rolling'}>
        <NumberField
          label={t('backtest.days')}
          value={props.form.days}
          min={1}
          max={366}
          onChange={days => props.onChange({ days })}
        />
      </Show>
      <Show when={props.form.split === 'folds'}>
        <NumberField
          label={t('backtest.folds')}
          value={props.form.folds}
          min={2}
          max={50}
          onChange={folds => props.onChange({ folds })}
        />
      </Show>
    </>
  )
}

function StartOrStop(props: {
  readonly backtest: Backtest
  readonly label: string
  readonly isComplete: boolean
}) {
  const { t } = useI18n()
  return (
    <Show
      when={props.backtest.isRunning()}
      fallback={
        <div>
          <Button type="submit" disabled={!props.isComplete}>
            {props.label}
          </Button>
        </div>
      }
    >
      <Progress
        label={t('backtest.running')}
        fraction={props.backtest.fraction()}
        onCancel={props.backtest.cancel}
      />
    </Show>
  )
}
