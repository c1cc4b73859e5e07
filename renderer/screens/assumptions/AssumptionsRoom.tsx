import { useSearchParams } from '@solidjs/router'
import { createMemo, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { PageHeader } from '../../parts/PageHeader.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { assumptionName } from '../forecast/assumptionWords.ts'
import { groupedEntries, type ProfileEntryShown } from './assumptionGroups.ts'
import { AssumptionTable } from './AssumptionTable.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { Grades } from './Grades.tsx'
import { ProfileVersions } from './ProfileVersions.tsx'

import '../../parts/mini.css'
import '../../parts/Popover.css'
import './assumptions.css'

const markets = ['GB', 'ID'] as const

type Search = { market?: string; q?: string; edited?: string; entry?: string }

/** Every figure that forecasts of a market rest on, where it comes from, and the way to change it. `?market=GB&q=price` */
export function AssumptionsRoom() {
  const { t, language } = useI18n()
  const [search, setSearch] = useSearchParams<Search>()
  const market = () => markets.find(each => each === search.market) ?? 'GB'
  const change = (changed: Search) => setSearch(changed, { replace: true })
  const profile = createQuery('getProfile', () => ({ market: market() }), ['profiles', 'workspace'])
  const learning = createQuery('getLearning', () => ({}), ['learned', 'histories', 'workspace'])
  /** A market's figures are not shown under the other one's name while they are on their way. */
  const shown = () => (profile.data()?.market === market() ? profile.data() : undefined)
  const learned = () => learning.data()?.learned?.entries.filter(entry => entry.market === market()) ?? []
  const isWanted = (entry: ProfileEntryShown) => {
    const text = [entry.name, assumptionName(entry, language()), entry.id, entry.source]
      .join(' ')
      .toLowerCase()
    const hasWord = (search.q ?? '')
      .toLowerCase()
      .split(' ')
      .every(word => text.includes(word))
    return hasWord && (search.edited !== '1' || entry.edit !== null)
  }
  const groups = createMemo(() => groupedEntries(shown()?.entries ?? [], isWanted))
  const opened = () => shown()?.entries.find(({ entry }) => entry === search.entry)
  useTitle(() => [{ label: t('app.rooms.assumptions') }])
  return (
    <>
      <Head search={search} market={market()} version={shown()?.version} onChange={change} />
      <Show when={profile.failure()}>
        {failure => <ErrorNotice failure={failure()} onRetry={profile.refetch} />}
      </Show>
      <Show
        when={shown()}
        fallback={
          <Show when={!profile.failure()}>
            <Loading />
          </Show>
        }
      >
        {now => (
          <div class="fc-assumptions-room">
            <Grades />
            <AssumptionTable
              groups={groups()}
              currency={now().currency}
              learned={learned()}
              onOpen={entry => change({ entry })}
            />
            <ProfileVersions profile={now()} />
          </div>
        )}
      </Show>
      {/* By name: what is typed stays when the figures come anew. */}
      <Show when={opened()?.entry} keyed>
        <Show when={opened()}>
          {entry => (
            <EntryDialog
              entry={entry()}
              market={market()}
              currency={shown()?.currency ?? 'GBP'}
              onClose={() => change({ entry: '' })}
            />
          )}
        </Show>
      </Show>
    </>
  )
}

function Head(props: {
  readonly search: Search
  readonly market: (typeof markets)[number]
  readonly version: string | undefined
  readonly onChange: (change: Search) => void
}) {
  const { t } = useI18n()
  return (
    <PageHeader
      actions={
        <>
          <label class="fc-check small second">
            <input
              type="checkbox"
              checked={props.search.edited === '1'}
              onChange={event => props.onChange({ edited: event.currentTarget.checked ? '1' : '' })}
            />
            {t('assumptions.editedOnly')}
          </label>
          <SearchField
            label={t('assumptions.find')}
            value={props.search.q ?? ''}
            onChange={q => props.onChange({ q })}
          />
        </>
      }
    >
      <Segmented
        label={t('assumptions.market')}
        hideLabel
        value={props.market}
        options={markets.map(value => ({ value, label: t(`words.market.${value}`) }))}
        onChange={market => props.onChange({ market })}
      />
      <Show when={props.version}>
        {version => <span class="third small">{t('assumptions.version', { version: version() })}</span>}
      </Show>
    </PageHeader>
  )
}
