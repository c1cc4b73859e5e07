import { createSignal, For, Show } from 'solid-js'

import { createQuery } from '../../app/createQuery.ts'
import { useTitle } from '../../app/title.ts'
import { useI18n } from '../../i18n/i18n.ts'
import { DropZone } from './DropZone.tsx'
import { ExportPanel } from './ExportPanel.tsx'
import { ImportedFiles } from './ImportedFiles.tsx'
import { ImportFile } from './ImportFile.tsx'
import { UnderWay } from './UnderWay.tsx'

import './import.css'

/** Files in and out: each file is read, shown, imported and can be taken back, by itself. */
export function Import() {
  const { t } = useI18n()
  useTitle(() => [{ label: t('app.rooms.import') }])
  const [files, setFiles] = createSignal<readonly File[]>([])
  const imports = createQuery('listImports', () => ({}), ['imports'])
  const isUndone = (id: string) =>
    imports.data()?.some(batch => batch.id === id && batch.undoneAt !== null) === true
  const putAside = (file: File) => setFiles(all => all.filter(each => each !== file))
  return (
    <div class="fc-import">
      <DropZone isNext={files().length === 0} onFiles={added => setFiles(all => [...all, ...added])} />
      <For each={files()}>
        {file => <ImportFile file={file} isUndone={isUndone} onClose={() => putAside(file)} />}
      </For>
      <Show when={imports.data()?.length}>
        <ImportedFiles batches={imports.data() ?? []} />
      </Show>
      <ExportPanel />
      <UnderWay />
    </div>
  )
}
