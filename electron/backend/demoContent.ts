import type { CreatorFields, ProductFields, VideoFields } from '../../core/contract/records.ts'

/** Records of the demo workspace. People, goods and numbers are made up. */
export type DemoVideo = Omit<VideoFields, 'creatorId' | 'productIds' | 'postedOn' | 'anchorName'> & {
  readonly creator: string
  readonly product: string
  /** Days before today; null is not posted yet. */
  readonly postedDaysAgo: number | null
}

const good = { anchorAccess: true, termsAccepted: true, political: false, barred: false } as const

const creator = (
  handle: string,
  displayName: string,
  rest: Pick<CreatorFields, 'market' | 'birthDate'> & Partial<CreatorFields>,
): CreatorFields => ({
  handle,
  displayName,
  accountType: 'creator',
  ...good,
  ...rest,
})

/** `youngest` is the birth date of someone who is 17 today. */
export const demoCreators = (youngest: string): readonly CreatorFields[] => [
  creator('@ayu.makes', 'Ayu Pratiwi', { market: 'GB', birthDate: '1996-04-02' }),
  creator('@northlamp', 'North Lamp Co', { market: 'GB', birthDate: '1988-11-19', accountType: 'business' }),
  creator('@pace.lee', 'Jordan Lee', { market: 'GB', birthDate: '1993-07-08' }),
  creator('@coldhands', 'Cold Hands Knitwear', {
    market: 'GB',
    birthDate: '1990-01-25',
    accountType: 'business',
    barred: null,
  }),
  creator('@techtilly', 'Tilly Osei', { market: 'GB', birthDate: '1999-09-13', accountType: 'personal' }),
  creator('@young.kicks', 'Kai Morgan', { market: 'GB', birthDate: youngest }),
  creator('@cllr.hartley', 'Cllr Ruth Hartley', { market: 'GB', birthDate: '1971-03-30', political: true }),
  creator('@dewi.skin', 'Dewi Lestari', { market: 'ID', birthDate: '1997-02-14' }),
  creator('@rasa.ibu', 'Rasa Ibu', { market: 'ID', birthDate: '1984-08-17', accountType: 'business' }),
  creator('@nur.style', 'Nur Azizah', { market: 'ID', birthDate: '2000-05-21' }),
  creator('@batik.bro', 'Bagus Santoso', { market: 'ID', birthDate: '1992-10-02', anchorAccess: false }),
  creator('@gadget.gita', 'Gita Permata', { market: 'ID', birthDate: '1995-12-11', termsAccepted: false }),
]

const product = (
  name: string,
  rest: Pick<ProductFields, 'market' | 'source' | 'priceMinor'> & Partial<ProductFields>,
): ProductFields => ({
  name,
  url: `https://${rest.market === 'GB' ? 'shop' : 'toko'}.example/${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
  category: null,
  commissionRate: 0.12,
  conversionRate: null,
  unitCostMinor: null,
  restriction: 'unrestricted',
  sellerApproved: null,
  lessHealthy: null,
  ageRestricted: false,
  alcohol: false,
  ...rest,
})

export const demoProducts: readonly ProductFields[] = [
  product('Rose lip tint', { market: 'GB', source: 'tiktok_shop', priceMinor: 1299 }),
  product('Brass desk lamp', {
    market: 'GB',
    source: 'external',
    priceMinor: 4900,
    commissionRate: null,
    conversionRate: 0.012,
    unitCostMinor: 1900,
  }),
  product('Running socks, 3 pairs', {
    market: 'GB',
    source: 'affiliate',
    priceMinor: 1800,
    commissionRate: 0.15,
  }),
  product('Merino beanie', { market: 'GB', source: 'tiktok_shop', priceMinor: 2400, commissionRate: 0.1 }),
  product('Phone grip', { market: 'GB', source: 'product_link', priceMinor: 999, commissionRate: null }),
  product('Canvas tote', { market: 'GB', source: 'affiliate', priceMinor: 1600, commissionRate: 0.18 }),
  product('Serum malam', { market: 'ID', source: 'tiktok_shop', priceMinor: 189_000, commissionRate: 0.1 }),
  product('Sambal roa 200 g', {
    market: 'ID',
    source: 'tiktok_shop',
    priceMinor: 65_000,
    commissionRate: 0.08,
    lessHealthy: false,
  }),
  product('Hijab pleats', { market: 'ID', source: 'affiliate', priceMinor: 129_000, commissionRate: 0.14 }),
  product('Keripik tempe pedas', {
    market: 'ID',
    source: 'affiliate',
    priceMinor: 38_000,
    commissionRate: 0.1,
    lessHealthy: true,
  }),
  product('Kemeja batik', { market: 'ID', source: 'tiktok_shop', priceMinor: 245_000, commissionRate: 0.12 }),
]

const video = (
  title: string,
  owner: string,
  anchored: string,
  rest: Pick<DemoVideo, 'category' | 'postedDaysAgo'> & Partial<DemoVideo>,
): DemoVideo => ({
  title,
  creator: owner,
  product: anchored,
  visibility: 'public',
  sound: 'commercial',
  anchorAuthorised: true,
  sellerAuthorised: null,
  adLabel: true,
  ...rest,
})

export const demoVideos: readonly DemoVideo[] = [
  video('Three looks, one tint', '@ayu.makes', 'Rose lip tint', {
    category: 'beauty',
    postedDaysAgo: 12,
    sound: 'original',
  }),
  video('Lip tint swatches', '@ayu.makes', 'Rose lip tint', { category: 'beauty', postedDaysAgo: 131 }),
  video('Get ready with me, bus edition', '@ayu.makes', 'Rose lip tint', {
    category: 'beauty',
    postedDaysAgo: 181,
    adLabel: null,
  }),
  video('Desk lamp, one minute', '@northlamp', 'Brass desk lamp', { category: 'home', postedDaysAgo: 47 }),
  video('Night light story', '@northlamp', 'Brass desk lamp', { category: 'home', postedDaysAgo: 166 }),
  video('Running socks, 10 km', '@pace.lee', 'Running socks, 3 pairs', {
    category: 'sports',
    postedDaysAgo: 83,
  }),
  video('Wet socks test', '@pace.lee', 'Running socks, 3 pairs', {
    category: 'sports',
    postedDaysAgo: 75,
    sound: 'other',
  }),
  video('Beanie, three ways', '@coldhands', 'Merino beanie', { category: 'apparel', postedDaysAgo: 36 }),
  video('Tote, packed', '@coldhands', 'Canvas tote', { category: 'apparel', postedDaysAgo: 118 }),
  video('Knitting by the window', '@coldhands', 'Merino beanie', {
    category: 'apparel',
    postedDaysAgo: 8,
    visibility: 'friends',
  }),
  video('Phone grip drop test', '@techtilly', 'Phone grip', { category: 'electronics', postedDaysAgo: 55 }),
  video('First kicks haul', '@young.kicks', 'Canvas tote', { category: 'apparel', postedDaysAgo: 14 }),
  video('Serum malam, 7 hari', '@dewi.skin', 'Serum malam', { category: 'beauty', postedDaysAgo: 22 }),
  video('Rutinitas malam', '@dewi.skin', 'Serum malam', { category: 'beauty', postedDaysAgo: 178 }),
  video('Sambal test', '@rasa.ibu', 'Sambal roa 200 g', { category: 'food', postedDaysAgo: 97 }),
  video('Keripik buat nonton', '@rasa.ibu', 'Keripik tempe pedas', { category: 'food', postedDaysAgo: 149 }),
  video('Hijab pleats in 20 s', '@nur.style', 'Hijab pleats', { category: 'apparel', postedDaysAgo: 44 }),
  video('Ootd kuliah', '@nur.style', 'Hijab pleats', {
    category: 'apparel',
    postedDaysAgo: 110,
    anchorAuthorised: false,
  }),
  video('Batik shirt steam', '@batik.bro', 'Kemeja batik', { category: 'apparel', postedDaysAgo: 45 }),
  video('Teaser koleksi baru', '@nur.style', 'Hijab pleats', { category: 'apparel', postedDaysAgo: null }),
]
