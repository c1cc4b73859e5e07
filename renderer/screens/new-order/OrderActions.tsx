import { For, Show } from 'solid-js'

import type { Workspace } from '../../../core/contract/workspace.ts'
import { addMoney, money, taxOn } from '../../../core/money/money.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { confirmKeys } from './confirmKeys.ts'
import { CopyOrderFile } from './CopyOrderFile.tsx'
import type { OrderEditor } from './createOrderEditor.ts'

type ActionsProps = {
  readonly editor: OrderEditor
  readonly market: Workspace['markets'][number]
  readonly mayPay: boolean
  readonly onPay: () => void
}

/** What the order costs, and what can be done with it. */
export function OrderActions(props: ActionsProps) {
  const { t, said } = useI18n()
  return (
    <footer class="fc-order-footer">
      <Totals editor={props.editor} market={props.market} />
      <Show when={props.editor.otherProblems().length > 0}>
        <ul class="fc-order-refusals" role="alert">
          <For each={props.editor.otherProblems()}>
            {problem => (
              <li>
                {t('newOrder.problem.other', {
                  path: said(problem.path),
                  expected: said(problem.expected),
                  received: said(problem.received),
                })}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="fc-order-buttons">
        <Show when={props.editor.steps.canUndo()}>
          <Button variant="quiet" onClick={() => props.editor.steps.undo()}>
            {t('parts.undo')}
          </Button>
        </Show>
        <CopyOrderFile draft={props.editor.draft()} />
        <Button
          disabled={props.editor.draft() === undefined}
          hint={t('newOrder.compare.keepHint')}
          onClick={() => props.editor.keepPlan()}
        >
          {t('newOrder.compare.keep')}
        </Button>
        <Button
          variant="primary"
          disabled={!props.mayPay}
          shortcut={confirmKeys(navigator.platform)}
          onClick={props.onPay}
        >
          {t('newOrder.actions.pay')}
        </Button>
      </div>
    </footer>
  )
}

function Totals(props: { readonly editor: OrderEditor; readonly market: Workspace['markets'][number] }) {
  const i18n = useI18n()
  const { t } = i18n
  const amounts = () => {
    const budget = props.editor.form().budgetMinor
    if (budget === null || !Number.isSafeInteger(budget) || budget < 0) return undefined
    const net = money(props.market.currency, budget)
    const tax = taxOn(net, props.market.taxRate)
    return { net: net.minor, tax: tax.minor, gross: addMoney(net, tax).minor }
  }
  const shown = (amount: 'net' | 'tax' | 'gross') => {
    const minor = amounts()?.[amount]
    return minor === undefined ? '–' : i18n.money(minor, props.market.currency)
  }
  return (
    <dl class="fc-order-totals">
      <div>
        <dt>{t('newOrder.budget.net')}</dt>
        <dd>{shown('net')}</dd>
      </div>
      <div>
        <dt>
          {t(`newOrder.budget.tax.${props.market.market}`, { rate: i18n.percent(props.market.taxRate) })}
        </dt>
        <dd>{shown('tax')}</dd>
      </div>
      <div class="fc-order-gross">
        <dt>{t('newOrder.budget.gross')}</dt>
        <dd>{shown('gross')}</dd>
      </div>
    </dl>
  )
}
