import Pencil from 'lucide-solid/icons/pencil'
import { For, Show } from 'solid-js'

import type { LearnedReport } from '../../../core/contract/learning.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { profileIdOf } from '../accuracy/learntNames.ts'
import { assumptionName } from '../forecast/assumptionWords.ts'
import type { AssumptionGroup, ProfileEntryShown } from './assumptionGroups.ts'
import { figureWords } from './figureWords.ts'
import { sourceDate } from './sourceDate.ts'
import { ValueShown } from './ValueShown.tsx'

type TableProps = {
  readonly groups: readonly {
    readonly group: AssumptionGroup
    readonly entries: readonly ProfileEntryShown[]
  }[]
  readonly currency: string
  readonly learned: LearnedReport['entries']
  readonly onOpen: (entry: string) => void
}

/** Assumptions by what they are about, each with its value, source, date and grade (0.1). */
export function AssumptionTable(props: TableProps) {
  const { t } = useI18n()
  // Rows are told apart by name, not by content: an edit changes a row in place, and the focus stays where it was.
  const names = () => props.groups.map(({ group }) => group)
  const entriesOf = (group: AssumptionGroup) => props.groups.find(each => each.group === group)?.entries ?? []
  return (
    <div class="fc-scroll-x fc-assumption-scroll">
      <table class="fc-assumption-table">
        <caption class="visually-hidden">{t('app.rooms.assumptions')}</caption>
        <thead>
          <tr>
            <For each={['name', 'value', 'source', 'grade'] as const}>
              {column => <th scope="col">{t(`assumptions.column.${column}`)}</th>}
            </For>
            <th scope="col">
              <span class="visually-hidden">{t('parts.edit')}</span>
            </th>
          </tr>
        </thead>
        <For each={names()} fallback={<Nothing />}>
          {group => (
            <tbody>
              <tr class="fc-assumption-group">
                <th scope="rowgroup" colspan="5">
                  {t(`assumptions.group.${group}`)}
                </th>
              </tr>
              <For each={entriesOf(group).map(({ entry }) => entry)}>
                {name => (
                  <Show when={entriesOf(group).find(({ entry }) => entry === name)}>
                    {entry => (
                      <Row
                        entry={entry()}
                        currency={props.currency}
                        learnt={props.learned.find(({ id }) => profileIdOf(id) === entry().id)}
                        onOpen={() => props.onOpen(name)}
                      />
                    )}
                  </Show>
                )}
              </For>
            </tbody>
          )}
        </For>
      </table>
    </div>
  )
}

function Nothing() {
  const { t } = useI18n()
  return (
    <tbody>
      <tr>
        <td colspan="5" class="second">
          {t('assumptions.noneFound')}
        </td>
      </tr>
    </tbody>
  )
}

function Row(props: {
  readonly entry: ProfileEntryShown
  readonly currency: string
  readonly learnt: LearnedReport['entries'][number] | undefined
  readonly onOpen: () => void
}) {
  const i18n = useI18n()
  const { t, tc, language } = i18n
  const name = () => assumptionName(props.entry, language())
  const learntWords = (posterior: number, orders: number) => {
    const value = figureWords(
      Number(posterior.toPrecision(3)),
      { unit: props.entry.unit, currency: props.currency },
      i18n,
    )
    return tc('assumptions.learnt', orders, { value })
  }
  return (
    <tr class="fc-assumption" data-edited={props.entry.edit === null ? undefined : ''}>
      <th scope="row">
        <span>{name()}</span> <span class="third small">{props.entry.id}</span>
        <Show when={props.entry.edit}>
          {edit => (
            <span class="fc-edited" title={edit().reason}>
              {t('assumptions.edited')}
            </span>
          )}
        </Show>
      </th>
      <td>
        <ValueShown value={props.entry.value} unit={props.entry.unit} currency={props.currency} />
        <Show when={props.learnt}>
          {learnt => (
            <span class="fc-value-learnt small">{learntWords(learnt().posterior, learnt().orders)}</span>
          )}
        </Show>
        <Show when={props.entry.edit !== null}>
          <span class="fc-value-shipped third small">
            <span>{t('assumptions.shipped')}</span>{' '}
            <ValueShown value={props.entry.shipped.value} unit={props.entry.unit} currency={props.currency} />
          </span>
        </Show>
      </td>
      <td class="second">
        <span lang="en">{props.entry.source}</span>{' '}
        <span class="fc-source-date third small">{sourceDate(props.entry.date, i18n)}</span>
      </td>
      <td>
        <abbr
          class="fc-grade"
          data-grade={props.entry.grade}
          title={t(`assumptions.grades.${props.entry.grade}`)}
        >
          {props.entry.grade}
        </abbr>
      </td>
      <td data-align="end">
        <button
          type="button"
          class="fc-icon-button"
          aria-label={`${t('parts.edit')}: ${name()}`}
          title={t('parts.edit')}
          onClick={() => props.onOpen()}
        >
          <Pencil size={14} aria-hidden="true" />
        </button>
      </td>
    </tr>
  )
}
