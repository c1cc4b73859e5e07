import type { Creator, CreatorFields } from '../../../core/contract/records.ts'

/** The fields of a creator nobody knows anything about yet. The market is the one most creators are in. */
export function emptyCreator(market: CreatorFields['market']): CreatorFields {
  return {
    handle: '',
    displayName: '',
    market,
    accountType: 'creator',
    birthDate: '',
    anchorAccess: false,
    termsAccepted: null,
    political: null,
    barred: null,
  }
}

/** What may be changed of a stored creator, without what the backend adds to it. */
export function fieldsOfCreator(creator: Creator): CreatorFields {
  return {
    handle: creator.handle,
    displayName: creator.displayName,
    market: creator.market,
    accountType: creator.accountType,
    birthDate: creator.birthDate,
    anchorAccess: creator.anchorAccess,
    termsAccepted: creator.termsAccepted,
    political: creator.political,
    barred: creator.barred,
  }
}
