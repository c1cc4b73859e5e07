/** The order of interfaces.md 2, letter by letter. */
export const sampleText = `{
  "market": "GB",
  "creator": { "birthDate": "1996-04-02", "anchorAccess": true, "accountType": "creator" },
  "video": { "visibility": "public", "sound": "original", "category": "beauty" },
  "product": { "source": "tiktok_shop", "name": "Rose lip tint", "url": "https://…", "price": "12.99", "commissionRate": "0.12" },
  "entrance": "business_suite",
  "goal": "more_product_link_clicks",
  "audience": { "kind": "custom", "ageBands": ["18-24", "25-34"], "genders": ["female"], "interests": ["beauty"] },
  "budget": { "currency": "GBP", "total": "70.00" },
  "durationDays": 7,
  "startsAt": "2026-12-01T09:00",
  "target": { "linkClicks": 120 }
}`
export const british = JSON.parse(sampleText)
export const indonesian = {
  ...british,
  market: 'ID',
  product: { ...british.product, price: '189000' },
  budget: { currency: 'IDR', total: '700000' },
}
