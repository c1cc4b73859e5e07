import { createSignal, For } from 'solid-js'

import { Button } from '../../parts/Button.tsx'
import { ChipGroup } from '../../parts/ChipGroup.tsx'
import { ComboboxField } from '../../parts/ComboboxField.tsx'
import { DateField } from '../../parts/DateField.tsx'
import { DateTimeField } from '../../parts/DateTimeField.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { MoneyField } from '../../parts/MoneyField.tsx'
import { NumberField } from '../../parts/NumberField.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { Slider } from '../../parts/Slider.tsx'
import { TagField } from '../../parts/TagField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { Shown } from './Shown.tsx'

const days = [
  { value: 'mon', label: 'Monday' },
  { value: 'tue', label: 'Tuesday' },
  { value: 'wed', label: 'Wednesday' },
] as const

/** What one presses, chooses and types into. */
export function FieldParts() {
  return (
    <>
      <Buttons />
      <Texts />
      <Numbers />
      <Choices />
      <LongChoices />
      <Dates />
    </>
  )
}

function Buttons() {
  const variants = ['primary', 'plain', 'quiet', 'danger'] as const
  return (
    <Shown name="Button">
      <For each={variants}>{variant => <Button variant={variant}>{variant}</Button>}</For>
      <For each={variants}>
        {variant => (
          <Button variant={variant} disabled>
            {`${variant}, disabled`}
          </Button>
        )}
      </For>
      <Button variant="primary" shortcut="Ctrl ↵">
        with keys
      </Button>
      <LinkButton href="/parts?parts">a link</LinkButton>
    </Shown>
  )
}

function Texts() {
  const [text, setText] = createSignal('Lip tint swatches')
  return (
    <Shown name="Text field">
      <TextField label="Filled" value={text()} onChange={setText} />
      <TextField label="With a hint" hint="As it stands on the video" value="" onChange={setText} />
      <TextField label="Refused" error="Write a title." value="" onChange={setText} />
      <TextField label="Many lines" multiline value={text()} onChange={setText} />
      <SearchField label="Find something" value="" onChange={setText} />
    </Shown>
  )
}

function Numbers() {
  const [count, setCount] = createSignal<number | null>(120)
  const [pence, setPence] = createSignal<number | null>(123_456)
  const [rupiah, setRupiah] = createSignal<number | null>(1_000_000)
  const [slid, setSlid] = createSignal(7)
  return (
    <Shown name="Number, money and slider">
      <NumberField label="Number" unit="clicks" value={count()} onChange={setCount} />
      <NumberField label="Two decimals" decimals={2} value={12.5} onChange={setCount} />
      <NumberField label="Number refused" error="At least 1." value={0} onChange={setCount} />
      <MoneyField label="Pounds" currency="GBP" valueMinor={pence()} onChange={setPence} />
      <MoneyField label="Rupiah" currency="IDR" valueMinor={rupiah()} onChange={setRupiah} />
      <MoneyField
        label="No amount"
        currency="GBP"
        valueMinor={null}
        error="Write an amount."
        onChange={setPence}
      />
      <Slider label="Slider" min={1} max={14} step={1} value={slid()} onChange={setSlid} />
      <output data-read="pence">{pence() ?? 'none'}</output>
      <output data-read="rupiah">{rupiah() ?? 'none'}</output>
    </Shown>
  )
}

function Choices() {
  const [day, setDay] = createSignal<'mon' | 'tue' | 'wed'>('mon')
  const [many, setMany] = createSignal<('mon' | 'tue' | 'wed')[]>(['tue'])
  return (
    <Shown name="Segmented, select and chips">
      <Segmented label="One of a few" value={day()} options={days} onChange={setDay} />
      <SelectField label="One of many" value={day()} options={days} onChange={setDay} />
      <SelectField label="None chosen" value="" placeholder="Choose" options={days} onChange={setDay} />
      <SelectField label="Refused" error="Choose a day." value="" options={days} onChange={setDay} />
      <ChipGroup label="Any of a few" values={many()} options={days} onChange={setMany} />
    </Shown>
  )
}

/** As many as a workspace may have videos. */
const manyVideos = Array.from({ length: 200 }, (_, i) => ({
  value: `video-${i + 1}`,
  label: `Video ${i + 1}`,
  note: i % 2 === 0 ? '@ayu.makes · ID' : '@tom.reads · GB',
}))

function LongChoices() {
  const [video, setVideo] = createSignal('video-7')
  const [tags, setTags] = createSignal(['video-1', 'video-2'])
  return (
    <Shown name="Combobox and tags">
      <ComboboxField label="One of very many" value={video()} options={manyVideos} onChange={setVideo} />
      <ComboboxField
        label="No video chosen"
        value=""
        placeholder="Choose"
        hint="Type any of its words"
        options={manyVideos}
        onChange={setVideo}
      />
      <ComboboxField
        label="Video refused"
        error="Choose a video."
        value=""
        options={manyVideos}
        onChange={setVideo}
      />
      <TagField label="Several of many" values={tags()} options={manyVideos} onChange={setTags} />
      <TagField label="No tag yet" placeholder="any" values={[]} options={manyVideos} onChange={setTags} />
      <TagField
        label="Tags refused"
        error="Choose one at least."
        values={[]}
        options={manyVideos}
        onChange={setTags}
      />
      <output data-read="video">{video()}</output>
      <output data-read="tags">{tags().join(' ')}</output>
    </Shown>
  )
}

function Dates() {
  const [date, setDate] = createSignal('2026-12-01')
  const [moment, setMoment] = createSignal('2026-12-01T09:00')
  return (
    <Shown name="Date and time">
      <DateField label="Date" value={date()} onChange={setDate} />
      <DateField label="Refused date" error="Not before today." value="" onChange={setDate} />
      <DateTimeField label="Moment in London" zone="Europe/London" value={moment()} onChange={setMoment} />
      <DateTimeField label="Moment in Makassar" zone="Asia/Makassar" value={moment()} onChange={setMoment} />
    </Shown>
  )
}
