import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import { For } from 'solid-js'

import { useI18n } from '../i18n/i18n.ts'
import { notify } from '../parts/toasts.tsx'
import type { ChartZoom } from './ChartFigure.tsx'
import { chartPng } from './chartPng.ts'
import { type ChartTable, tableAsCsv } from './chartTable.ts'
import { chartAsText } from './chartText.ts'
import { download, downloadCsv } from './download.ts'

import '../parts/Button.css'
import '../parts/Menu.css'

type ChartMenuProps = {
  readonly title: string
  readonly summary: string
  readonly table: ChartTable
  /** Whether the numbers stand below the chart. */
  readonly hasTable: boolean
  readonly onTable: (isShown: boolean) => void
  readonly zoom?: ChartZoom | undefined
  /** Where the drawing stands. */
  readonly place: () => HTMLElement | undefined
}

/** A chart's numbers, and ways to take it along: as words, as numbers, as a picture. */
export function ChartMenu(props: ChartMenuProps) {
  const { t } = useI18n()
  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      notify({ kind: 'good', text: t('charts.copied', { title: props.title }) })
    } catch {
      notify({ kind: 'bad', text: t('charts.notCopied') })
    }
  }
  async function savePng(): Promise<void> {
    const place = props.place()
    const { title, summary } = props
    const picture = place && (await chartPng(place, { title, summary }))
    if (picture) download(`${title}.png`, picture)
  }
  const csv = () => tableAsCsv(props.table)
  const items = () => [
    {
      name: t(props.hasTable ? 'charts.hideTable' : 'charts.showTable'),
      run: () => props.onTable(!props.hasTable),
    },
    {
      name: t('charts.copyText'),
      run: () => void copy(chartAsText(props.title, props.summary, props.table)),
    },
    { name: t('charts.copyCsv'), run: () => void copy(csv()) },
    {
      name: t('charts.download'),
      run: () => downloadCsv(props.title, props.table),
    },
    { name: t('charts.downloadPng'), run: () => void savePng() },
    // What is dragged can be had without dragging (2.5.7).
    ...(props.zoom === undefined
      ? []
      : [
          { name: t('charts.closer'), run: () => props.zoom?.by(0.5) },
          ...(props.zoom.isOn ? [{ name: t('charts.whole'), run: () => props.zoom?.whole() }] : []),
        ]),
  ]
  return (
    <DropdownMenu placement="bottom-end" gutter={4}>
      <DropdownMenu.Trigger
        class="fc-icon-button fc-chart-toggle"
        aria-label={t('charts.menu', { title: props.title })}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class="fc-menu">
          <For each={items()}>
            {item => (
              <DropdownMenu.Item class="fc-menu-item" onSelect={item.run}>
                {item.name}
              </DropdownMenu.Item>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}
