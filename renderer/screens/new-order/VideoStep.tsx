import { A } from '@solidjs/router'
import Clapperboard from 'lucide-solid/icons/clapperboard'
import { createSignal, For, Show } from 'solid-js'

import type { Product, Video } from '../../../core/contract/records.ts'
import { entrances } from '../../../core/order/promoteOrder.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ComboboxField } from '../../parts/ComboboxField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { VerdictLine } from '../../parts/VerdictLine.tsx'
import type { OrderEditor } from './createOrderEditor.ts'
import { FieldRow, OrderStep } from './FieldRow.tsx'

import './videoStep.css'

type VideoStepProps = { readonly editor: OrderEditor; readonly videos: readonly Video[] }

export function VideoStep(props: VideoStepProps) {
  const { t } = useI18n()
  const [isChoosing, setChoosing] = createSignal(false)
  const video = () => props.editor.video()
  // What was put away is not offered, but stays where it was chosen.
  const isOffered = ({ id, archivedAt }: Video) => archivedAt === null || id === video()?.id
  const options = () =>
    props.videos.filter(isOffered).map(each => ({
      value: each.id,
      label: each.title,
      note: `${each.creatorHandle} · ${each.market}`,
    }))
  return (
    <OrderStep number={1} title={t('newOrder.video.heading')} note={t('newOrder.video.note')}>
      <Show when={video()}>
        {chosen => (
          <VideoCard video={chosen()} editor={props.editor} onChange={() => setChoosing(!isChoosing())} />
        )}
      </Show>
      <Show when={video() === undefined || isChoosing()}>
        <div class="fc-order-choice">
          <ComboboxField
            label={t('newOrder.video.label')}
            hideLabel
            placeholder={t('newOrder.video.choose')}
            value={props.editor.form().videoId ?? ''}
            options={options()}
            onChange={id => {
              props.editor.choose(id)
              setChoosing(false)
            }}
          />
        </div>
      </Show>
      <Eligibility editor={props.editor} />
      <FieldRow name={t('newOrder.entrance.label')}>
        <Segmented
          label={t('newOrder.entrance.label')}
          hideLabel
          value={props.editor.form().entrance}
          options={entrances.map(value => ({ value, label: t(`newOrder.entrance.${value}`) }))}
          onChange={entrance => props.editor.change({ entrance })}
        />
      </FieldRow>
    </OrderStep>
  )
}

function VideoCard(props: {
  readonly video: Video
  readonly editor: OrderEditor
  readonly onChange: () => void
}) {
  const { t, tc, shortDate } = useI18n()
  const facts = () => [
    props.video.creatorHandle,
    props.video.postedOn === null
      ? t('newOrder.video.notPosted')
      : t('newOrder.video.posted', { date: shortDate(props.video.postedOn) }),
    t(`words.category.${props.video.category}`),
    tc('newOrder.video.orders', props.video.orders),
  ]
  return (
    <div class="fc-order-video">
      <div class="fc-order-thumb" aria-hidden="true">
        <Clapperboard size={20} />
      </div>
      <div class="fc-order-video-text">
        <p class="fc-order-video-title">{props.video.title}</p>
        <p class="third small">{facts().join(' · ')}</p>
        <Show
          when={props.editor.product()}
          fallback={
            <p class="bad small">
              {t('newOrder.video.noProduct')}{' '}
              <A href={`/videos/${props.video.id}`}>{t('newOrder.video.open')}</A>
            </p>
          }
        >
          {product => <ProductLine product={product()} />}
        </Show>
        <Show when={props.video.products.length > 1}>
          <SelectField
            label={t('newOrder.video.product')}
            hideLabel
            value={props.editor.form().productId ?? ''}
            options={props.video.products.map(each => ({ value: each.id, label: each.name }))}
            onChange={productId => props.editor.change({ productId })}
            error={props.editor.wrongFields().has('product') ? t('newOrder.problem.product') : undefined}
          />
        </Show>
      </div>
      <Button variant="quiet" onClick={props.onChange}>
        {t('newOrder.video.change')}
      </Button>
    </div>
  )
}

function ProductLine(props: { readonly product: Product }) {
  const { t, money, percent } = useI18n()
  const facts = () =>
    [
      t(`words.source.${props.product.source}`),
      money(props.product.priceMinor, props.product.currency),
      props.product.commissionRate === null
        ? ''
        : t('newOrder.video.commission', { rate: percent(props.product.commissionRate) }),
    ].filter(text => text !== '')
  return (
    <p class="fc-order-product">
      <strong>{props.product.name}</strong> <span class="third">{facts().join(' · ')}</span>
    </p>
  )
}

/** Whether the order may be placed: the line that opens all rules, and every refusal with its way out. */
function Eligibility(props: { readonly editor: OrderEditor }) {
  const { t, rule: words } = useI18n()
  const verdict = () => props.editor.check.data()?.verdict
  const refusals = () =>
    verdict()?.rules.filter(rule => rule.outcome === 'fail' && rule.severity === 'block') ?? []
  return (
    <div class="fc-order-verdict">
      <Show when={verdict()}>{found => <VerdictLine verdict={found()} />}</Show>
      <Show when={refusals().length > 0}>
        <ul class="fc-order-refusals" role="alert">
          <For each={refusals()}>
            {rule => (
              <li>
                <strong>{`${rule.rule} ${words(rule.title)}.`}</strong>{' '}
                {`${words(rule.reason)} ${words(rule.remedy)}`}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.editor.wrongFields().has('video')}>
        <p class="fc-field-error">{t('newOrder.problem.video')}</p>
      </Show>
    </div>
  )
}
