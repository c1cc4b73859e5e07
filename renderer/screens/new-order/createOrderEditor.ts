import { createMemo, createSignal, untrack } from 'solid-js'

import type { Order } from '../../../core/contract/orders.ts'
import type { Video } from '../../../core/contract/records.ts'
import type { Workspace } from '../../../core/contract/workspace.ts'
import { createForecastRun } from '../../app/createForecastRun.ts'
import { createQuery } from '../../app/createQuery.ts'
import { createDraftSaver } from './createDraftSaver.ts'
import { createDraftUndo } from './createDraftUndo.ts'
import { emptyFields } from './emptyFields.ts'
import { fieldProblems, type FormField } from './fieldProblems.ts'
import { draftOfForm, emptyForm, formOfDraft, type OrderForm } from './orderForm.ts'
import { paced } from './paced.ts'
import { withMarket, withVideo } from './withVideo.ts'

type EditorOptions = {
  /** What the page was opened with; read once. */
  readonly opened: () => {
    readonly stored: Order | undefined
    readonly videoId: string | undefined
  }
  readonly videos: () => readonly Video[]
  readonly markets: () => Workspace['markets']
  readonly onCreated: (id: string) => void
}

const checkGapMs = 100

/** Everything one order's page keeps: what is typed, what it costs and may, its forecast, and whether it is stored. */
export function createOrderEditor(options: EditorOptions) {
  const opened = untrack(options.opened)
  const marketOf = (video: Video | undefined) =>
    options.markets().find(market => market.market === video?.market)
  const findVideo = (id: string | null) => options.videos().find(video => video.id === id)

  const [form, setForm] = createSignal<OrderForm>(firstForm())
  const video = createMemo(() => findVideo(form().videoId))
  const product = createMemo(() => video()?.products.find(each => each.id === form().productId))
  const market = createMemo(() => marketOf(video()) ?? options.markets()[0])
  const draft = createMemo(() => draftOfForm(form()), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  })
  const check = createQuery('checkOrder', paced(draft, checkGapMs), ['creators', 'products', 'videos'])
  const run = createForecastRun(draft)
  const saver = createDraftSaver({
    id: opened.stored?.row.id ?? null,
    draft,
    onCreated: options.onCreated,
    onReplaced: (id, before) => steps.remember(id, before),
  })
  const steps = createDraftUndo(before => {
    const { market: code } = findVideo(before.videoId) ?? { market: 'GB' }
    setForm(formOfDraft(before, code))
    return saver.save()
  })

  function firstForm(): OrderForm {
    const { stored, videoId } = opened
    if (stored !== undefined) return formOfDraft(stored.draft, stored.row.market)
    const video = findVideo(videoId ?? null)
    if (video !== undefined) return withVideo(emptyForm, video, marketOf(video), Date.now())
    const usual = options.markets()[0]
    return usual === undefined ? emptyForm : withMarket(emptyForm, usual, Date.now())
  }

  const refusals = createMemo(() => {
    const saved = saver.state()
    return fieldProblems([check.failure(), saved.kind === 'failed' ? saved.failure : undefined])
  })
  /** Fields that are empty, and those that the backend refused. */
  const wrongFields = createMemo(
    (): ReadonlySet<FormField> =>
      new Set(draft() === undefined ? emptyFields(form()) : refusals().byField.keys()),
  )
  const canPay = () =>
    draft() !== undefined && wrongFields().size === 0 && check.data()?.verdict.allowed === true

  return {
    form,
    change: (patch: Partial<OrderForm>) => setForm(now => ({ ...now, ...patch })),
    update: (step: (form: OrderForm) => OrderForm) => setForm(step),
    choose: (id: string) => {
      const chosen = findVideo(id)
      if (chosen !== undefined) setForm(now => withVideo(now, chosen, marketOf(chosen), Date.now()))
    },
    video,
    product,
    market,
    draft,
    check,
    run,
    saver,
    steps,
    wrongFields,
    /** What is wrong with something that is not a field of this page. */
    otherProblems: () => (draft() === undefined ? [] : refusals().others),
    canPay,
    ...createKeptPlan(form, setForm),
  } as const
}

/** The plan kept beside the one being written, to compare with. */
function createKeptPlan(form: () => OrderForm, setForm: (form: OrderForm) => void) {
  const [kept, setKept] = createSignal<OrderForm>()
  return {
    kept,
    keepPlan: () => setKept(form()),
    dropPlan: () => setKept(undefined),
    /** Goes on with the kept plan, and keeps the other. */
    swapPlans: () => {
      const [other, current] = [kept(), form()]
      if (other === undefined) return
      setKept(current)
      setForm(other)
    },
  } as const
}

export type OrderEditor = ReturnType<typeof createOrderEditor>
