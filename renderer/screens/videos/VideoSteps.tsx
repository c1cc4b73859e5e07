import { For } from 'solid-js'

import type { Creator, VideoFields } from '../../../core/contract/records.ts'
import {
  categories,
  productSources,
  type ProductSource,
  sounds,
  visibilities,
} from '../../../core/order/promoteOrder.ts'
import type { FieldErrors } from '../../app/fieldErrors.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { ComboboxField } from '../../parts/ComboboxField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { FactField } from '../../parts/FactField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { Step } from './Step.tsx'

import '../../parts/form.css'

type StepProps = {
  readonly fields: VideoFields
  readonly errors: FieldErrors
  readonly onChange: (change: Partial<VideoFields>) => void
}

type LinkStepProps = StepProps & {
  readonly creators: readonly Creator[]
  /** Where the product comes from: decides which products the next step offers. */
  readonly source: ProductSource
  readonly onSource: (source: ProductSource) => void
}

export function LinkStep(props: LinkStepProps) {
  const { t } = useI18n()
  return (
    <Step number={1} title={t('videos.steps.link')} text={t('videos.stepText.link')}>
      <div class="fc-form-pair">
        <ComboboxField
          label={t('videos.creator')}
          value={props.fields.creatorId}
          placeholder={t('videos.chooseCreator')}
          error={props.errors.of('creatorId') && t('videos.expects.creatorId')}
          options={props.creators.map(creator => ({
            value: creator.id,
            label: creator.handle,
            note: `${creator.displayName} · ${t(`words.market.${creator.market}`)}`,
          }))}
          onChange={creatorId => props.onChange({ creatorId })}
        />
      </div>
      <Segmented
        label={t('videos.source')}
        value={props.source}
        options={productSources.map(value => ({ value, label: t(`words.source.${value}`) }))}
        onChange={props.onSource}
      />
    </Step>
  )
}

export function NameStep(props: StepProps) {
  const { t } = useI18n()
  return (
    <Step number={3} title={t('videos.steps.name')} text={t('videos.stepText.name')}>
      <div class="fc-form-pair">
        <TextField
          label={t('videos.title')}
          value={props.fields.title}
          error={props.errors.of('title') && t('videos.expects.title')}
          onChange={title => props.onChange({ title })}
        />
        <TextField
          label={t('videos.anchorName')}
          value={props.fields.anchorName}
          error={props.errors.of('anchorName') && t('videos.expects.anchorName')}
          hint={t('videos.anchorNameHint')}
          onChange={anchorName => props.onChange({ anchorName })}
        />
      </div>
    </Step>
  )
}

const authorisations = ['anchorAuthorised', 'sellerAuthorised', 'adLabel'] as const

export function PostedStep(props: StepProps) {
  const { t } = useI18n()
  return (
    <Step number={4} title={t('videos.steps.posted')} text={t('videos.stepText.posted')}>
      <div class="fc-form-pair">
        <DateField
          label={t('videos.postedOn')}
          value={props.fields.postedOn ?? ''}
          error={props.errors.of('postedOn') && t('videos.expects.postedOn')}
          hint={t('videos.postedOnHint')}
          onChange={typed => props.onChange({ postedOn: typed === '' ? null : typed })}
        />
        <SelectField
          label={t('videos.category')}
          value={props.fields.category}
          options={categories.map(value => ({ value, label: t(`words.category.${value}`) }))}
          onChange={category => props.onChange({ category })}
        />
      </div>
      <div class="fc-form-pair">
        <Segmented
          label={t('videos.visibility')}
          value={props.fields.visibility}
          options={visibilities.map(value => ({ value, label: t(`words.visibility.${value}`) }))}
          onChange={visibility => props.onChange({ visibility })}
        />
        <Segmented
          label={t('videos.sound')}
          value={props.fields.sound}
          options={sounds.map(value => ({ value, label: t(`words.sound.${value}`) }))}
          onChange={sound => props.onChange({ sound })}
        />
      </div>
      <fieldset class="fc-form-facts">
        <legend class="fc-field-label">{t('videos.authorisations')}</legend>
        <For each={authorisations}>
          {fact => (
            <FactField
              label={t(`videos.${fact}`)}
              value={props.fields[fact]}
              onChange={answer => props.onChange({ [fact]: answer })}
            />
          )}
        </For>
      </fieldset>
    </Step>
  )
}
