import type { CreatorFields } from '../../../core/contract/records.ts'
import { accountTypes } from '../../../core/order/promoteOrder.ts'
import type { FieldErrors } from '../../app/fieldErrors.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DateField } from '../../parts/DateField.tsx'
import { FactField } from '../../parts/FactField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { TextField } from '../../parts/TextField.tsx'

import '../../parts/form.css'

type CreatorFieldsetProps = {
  readonly fields: CreatorFields
  readonly errors: FieldErrors
  readonly onChange: (change: Partial<CreatorFields>) => void
}

/** Who it is, and what decides whether they may promote. */
export function CreatorFieldset(props: CreatorFieldsetProps) {
  const { t } = useI18n()
  const errorOf = (field: 'handle' | 'displayName' | 'birthDate') =>
    props.errors.of(field) && t(`creators.expects.${field}`)
  return (
    <>
      <div class="fc-form-pair">
        <TextField
          label={t('creators.handle')}
          value={props.fields.handle}
          error={errorOf('handle')}
          placeholder="@"
          onChange={handle => props.onChange({ handle })}
        />
        <TextField
          label={t('creators.displayName')}
          value={props.fields.displayName}
          error={errorOf('displayName')}
          onChange={displayName => props.onChange({ displayName })}
        />
      </div>
      <div class="fc-form-pair">
        <Segmented
          label={t('creators.market')}
          value={props.fields.market}
          options={(['GB', 'ID'] as const).map(value => ({ value, label: t(`words.market.${value}`) }))}
          onChange={market => props.onChange({ market })}
        />
        <DateField
          label={t('creators.birthDate')}
          value={props.fields.birthDate}
          error={errorOf('birthDate')}
          hint={t('creators.birthDateHint')}
          onChange={birthDate => props.onChange({ birthDate })}
        />
      </div>
      <Segmented
        label={t('creators.accountType')}
        value={props.fields.accountType}
        options={accountTypes.map(value => ({ value, label: t(`words.accountType.${value}`) }))}
        onChange={accountType => props.onChange({ accountType })}
      />
      <fieldset class="fc-form-facts">
        <legend class="fc-field-label">{t('creators.facts')}</legend>
        <Segmented
          label={t('creators.anchorAccess')}
          value={props.fields.anchorAccess ? 'yes' : 'no'}
          options={(['yes', 'no'] as const).map(value => ({ value, label: t(`parts.${value}`) }))}
          onChange={answer => props.onChange({ anchorAccess: answer === 'yes' })}
        />
        <FactField
          label={t('creators.termsAccepted')}
          value={props.fields.termsAccepted}
          onChange={termsAccepted => props.onChange({ termsAccepted })}
        />
        <FactField
          label={t('creators.political')}
          value={props.fields.political}
          onChange={political => props.onChange({ political })}
        />
        <FactField
          label={t('creators.barred')}
          value={props.fields.barred}
          onChange={barred => props.onChange({ barred })}
        />
      </fieldset>
    </>
  )
}
