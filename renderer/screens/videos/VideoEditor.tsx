import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, Show } from 'solid-js'

import type { Creator, Product, Video } from '../../../core/contract/records.ts'
import { fieldErrors } from '../../app/fieldErrors.ts'
import { LeaveGuard } from '../../app/LeaveGuard.tsx'
import { didUndoable } from '../../app/undo.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { Button } from '../../parts/Button.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { focusFirstInvalid } from '../../parts/focusFirstInvalid.ts'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { notify } from '../../parts/toasts.tsx'
import { createVideoForm } from './createVideoForm.ts'
import { ProductsStep } from './ProductsStep.tsx'
import { emptyVideo, fieldsOfVideo } from './videoForm.ts'
import { LinkStep, NameStep, PostedStep } from './VideoSteps.tsx'
import { VideoVerdict } from './VideoVerdict.tsx'

import './VideoEditor.css'

type VideoEditorProps = {
  /** Undefined for a new one. */
  readonly video: Video | undefined
  readonly creators: readonly Creator[]
  readonly products: readonly Product[]
  /** The creator of a new video, when it is known already. */
  readonly creatorId: string
}

const errorFields = ['creatorId', 'title', 'anchorName', 'postedOn']

/** Add link, products, name, posted: the manual's order, all on one page. */
export function VideoEditor(props: VideoEditorProps) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const form = createVideoForm(
    () => props.video,
    () => (props.video === undefined ? emptyVideo(props.creatorId) : fieldsOfVideo(props.video)),
  )
  const errors = () => fieldErrors(form.failure())
  const creator = () => props.creators.find(each => each.id === form.fields.creatorId)
  const here = useLocation<{ isSaved?: boolean }>()
  const [isSaved, setSaved] = createSignal(here.state?.isSaved === true)
  let element: HTMLFormElement | undefined
  async function save(): Promise<void> {
    const isNew = props.video === undefined
    const before = props.video === undefined ? undefined : fieldsOfVideo(props.video)
    const saved = await form.save()
    if (!saved.ok) {
      focusFirstInvalid(element)
      return
    }
    const text = t('videos.saved', { title: saved.value.title })
    if (before === undefined) notify({ kind: 'good', text })
    else
      didUndoable({
        text,
        undo: () => {
          form.change(before)
          return form.save()
        },
      })
    setSaved(true)
    if (isNew) navigate(`/videos/${saved.value.id}`, { replace: true, state: { isSaved: true } })
  }
  const step = () => ({ fields: form.fields, errors: errors(), onChange: form.change })
  return (
    <form
      ref={found => (element = found)}
      class="fc-video"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <div class="fc-video-steps">
        <LinkStep {...step()} creators={props.creators} source={form.source()} onSource={form.setSource} />
        <ProductsStep
          source={form.source()}
          market={creator()?.market}
          chosen={form.fields.productIds}
          products={props.products}
          onChange={productIds => form.change({ productIds })}
        />
        <NameStep {...step()} />
        <PostedStep {...step()} />
        <Show when={errors().areAllShownBy(errorFields) ? undefined : form.failure()}>
          {why => <ErrorNotice failure={why()} />}
        </Show>
        <Actions video={props.video} isChanged={form.isChanged()} isSaved={isSaved()} />
      </div>
      <VideoVerdict video={props.video} isChanged={form.isChanged()} />
      <LeaveGuard when={form.isChanged()} />
    </form>
  )
}

/** One next action: save what was changed, or else promote. */
function Actions(props: {
  readonly video: Video | undefined
  readonly isChanged: boolean
  readonly isSaved: boolean
}) {
  const { t } = useI18n()
  let footer: HTMLElement | undefined
  const promotable = () => (!props.isChanged && props.video?.verdict?.allowed ? props.video : undefined)
  // The button that saved is spent, and the focus with it: it goes on to what is next.
  createEffect(() => {
    if (promotable() === undefined || !props.isSaved) return
    const hasFocus = document.activeElement?.closest('input, select, textarea, button:enabled, a')
    if (!hasFocus) footer?.querySelector('a')?.focus()
  })
  return (
    <footer class="fc-video-actions" ref={footer}>
      <Button type="submit" variant={props.isChanged ? 'primary' : 'plain'} disabled={!props.isChanged}>
        {t('parts.save')}
      </Button>
      <Show when={promotable()}>
        {video => (
          <LinkButton href={`/orders/new?video=${video().id}`} variant="primary" shortcut="N">
            {t('videos.promote')}
          </LinkButton>
        )}
      </Show>
    </footer>
  )
}
