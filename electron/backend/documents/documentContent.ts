/** What a document says, in its order; how it looks is `renderPdf`'s. */
export type DocumentBlock =
  | { readonly kind: 'heading' | 'text' | 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly DocumentColumn[]
      readonly rows: readonly (readonly string[])[]
    }

export type DocumentColumn = {
  readonly title: string
  /** Of the whole width. */
  readonly share: number
  readonly align?: 'left' | 'right'
}

export type DocumentContent = {
  /** BCP 47. */
  readonly lang: string
  readonly title: string
  readonly subtitle: string
  /** At the foot of every page, beside its number. */
  readonly foot: string
  /** `{page}` and `{pages}` are put in. */
  readonly pageWords: string
  /** Epoch milliseconds: the document's own date. */
  readonly at: number
  readonly blocks: readonly DocumentBlock[]
}
