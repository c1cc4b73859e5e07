import { expect, test } from 'vitest'

import { faultIn, fixture, readWhole } from './exchangeFile.ts'

const gmvEnglish = 'creative data for product campaigns 2026-11-01 00 ~ 2026-11-07 23.csv'
const gmvIndonesian = 'data materi 01-11-2026_07-11-2026.csv'

test('H1, H3, H5: a report of TikTok Ads Manager, anchor clicks before clicks of any kind', async () => {
  const { recognition, rows, left, warnings } = await readWhole('report.csv', fixture('tiktokAds.csv'))
  expect(recognition).toMatchObject({
    format: 'tiktokAds',
    headerLine: 1,
    delimiter: ',',
    encoding: 'utf-8',
    language: 'en',
    numberStyle: 'point',
  })
  expect(rows[0]).toEqual({
    line: 2,
    kind: 'delivery',
    from: '2026-11-13',
    to: '2026-11-13',
    names: {
      campaign: 'Lip tint launch',
      group: 'Beauty 18-34',
      ad: 'Rose hook',
      video: null,
      product: null,
      account: 'Rose Studio',
      creator: null,
    },
    ids: {
      campaign: null,
      group: '1729382256910270465',
      ad: '1729382256910270481',
      video: null,
      product: null,
      order: null,
    },
    currency: 'GBP',
    spend: '1234.56',
    revenue: '1517.62',
    impressions: 102_880,
    grossImpressions: 104_001,
    reach: 81_304,
    linkClicks: 1050,
    pageViews: 940,
    conversions: 38,
    extra: {
      'Primary status': 'Active',
      Frequency: '1.27',
      CPM: '12.00',
      'CTR (destination)': '0.0107',
      'Clicks (destination)': '1102',
      Conversions: '41',
    },
  })
  expect(rows).toHaveLength(3)
  expect(left.map(({ line, code }) => [line, code])).toEqual([[5, 'totalsRow']])
  expect(warnings).toEqual([
    {
      line: 3,
      column: 'Purchases (Shop)',
      found: '"<5"',
      expected: 'a count',
      fix: 'nothing: the count stays unknown',
      code: 'censored',
      severity: 'warning',
    },
  ])
})

test('H2, H11: the variants, and a bulk sheet with its ids marked', async () => {
  const text =
    'Date,Ad Group Name,Ad ID,Spend,Impression,Clicks (Destination),CPA,Paid Followers,Average Watch Time per Video View\n' +
    '2026-11-13,Beauty,id:1729382256910270481,12.50,1000,10,1.25,2,3.4s\n'
  const { recognition, rows } = await readWhole('bulk.csv', text)
  expect(recognition.format).toBe('tiktokAds')
  expect(rows[0]).toMatchObject({
    from: '2026-11-13',
    ids: { ad: '1729382256910270481' },
    spend: '12.50',
    impressions: 1000,
    linkClicks: 10,
    extra: { CPA: '1.25', 'Paid Followers': '2', 'Average Watch Time per Video View': '3.4s' },
  })
})

test('H6, H7: GMV Max in English, dated by its name', async () => {
  const { recognition, rows, left } = await readWhole(gmvEnglish, fixture(gmvEnglish))
  expect(recognition).toMatchObject({
    format: 'gmvMax',
    language: 'en',
    period: { from: '2026-11-01', to: '2026-11-07' },
  })
  expect(left).toEqual([])
  expect(rows[1]).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-07',
    names: { campaign: 'Serum always on', creator: 'glowbyana', video: null },
    ids: { campaign: '1830000000000000017', product: '1729000000000000123', video: '7420000000000000029' },
    spend: '3.20',
    conversions: 0,
    extra: { Status: 'Unavailable', 'Authorization type': 'Video code', ROI: '0' },
  })
})

test('H6, H27, H28: GMV Max in Indonesian says the same under the same names', async () => {
  const { recognition, rows } = await readWhole(gmvIndonesian, fixture(gmvIndonesian))
  expect(recognition).toMatchObject({
    format: 'gmvMax',
    language: 'id',
    numberStyle: 'comma',
    delimiter: ';',
  })
  expect(
    rows.map(({ spend, revenue, impressions, linkClicks, currency }) => [
      spend,
      revenue,
      impressions,
      linkClicks,
      currency,
    ]),
  ).toEqual([
    ['20000000', '48500000', 9_120_400, 201_500, 'IDR'],
    ['9000', '155000', 4100, 90, 'IDR'],
  ])
  expect(rows[0]?.extra).toMatchObject({
    ROI: '2.43',
    'Product ad click rate': '0.022',
    'Creative type': 'Video',
  })
})

test('H7: the older and the newer headers of GMV Max', async () => {
  const text =
    'Campaign name,Product ID,Post ID,Creative,Exploration secondary status,Cost,Orders (SKU),Gross revenue\nA,1,2,Clip,Exploring,1.50,1,"12.99"\n'
  const { recognition, rows } = await readWhole('report_2026-11-01_2026-11-07.csv', text)
  expect(recognition.format).toBe('gmvMax')
  expect(rows[0]).toMatchObject({
    ids: { product: '1', video: '2' },
    names: { video: 'Clip' },
    conversions: 1,
    revenue: '12.99',
  })
})

test('H8: affiliate orders with and without the column that only GB has', async () => {
  const text = fixture('affiliate_orders_gb.csv')
  const { recognition, rows } = await readWhole('affiliate_orders_gb.csv', text)
  expect(recognition).toMatchObject({ format: 'affiliateOrders', dateOrder: 'dmy' })
  expect(rows[1]).toMatchObject({
    kind: 'affiliateOrder',
    from: '2026-11-04',
    ids: { order: '576460752303423619', product: '1729000000000000123', video: '7420000000000000052' },
    names: { creator: 'glowbyana', product: 'Rose lip tint' },
    revenue: '23.98',
    spend: null,
    extra: { Quantity: '2', 'Fully returned or refunded': 'Yes', 'Standard commission rate': '0.12' },
  })
  expect(rows[1]?.extra).not.toHaveProperty('Actual Commission Base')
  const place = text.split('\n')[0]?.split(',').indexOf('Creator Region')
  const without = text
    .trimEnd()
    .split('\n')
    .map(line =>
      line
        .split(',')
        .filter((_, i) => i !== place)
        .join(','),
    )
  const other = await readWhole('affiliate_orders_id.csv', without.join('\n'))
  expect(other.rows.map(({ ids }) => ids)).toEqual(rows.map(({ ids }) => ids))
})

test('H9, H24: Meta with its currency in the header, its total above, and rows of a week kept as a week', async () => {
  const { recognition, rows, left } = await readWhole('meta.csv', fixture('metaAds.csv'))
  expect(recognition).toMatchObject({ format: 'metaAds', currency: 'EGP' })
  expect(rows.map(({ from, to, currency, spend }) => [from, to, currency, spend])).toEqual([
    ['2026-11-01', '2026-11-07', 'EGP', '6200.25'],
    ['2026-11-01', '2026-11-01', 'EGP', '3600.25'],
  ])
  expect(left.map(({ line, code }) => [line, code])).toEqual([[2, 'totalsRow']])
})

test('H9: a day of its own is the period of its row', async () => {
  const text =
    'Day,Reporting starts,Reporting ends,Campaign name,Amount spent (GBP),Impressions\n2026-11-03,2026-11-01,2026-11-07,A,1.50,100\n'
  const { rows } = await readWhole('meta.csv', text)
  expect(rows[0]).toMatchObject({ from: '2026-11-03', to: '2026-11-03', currency: 'GBP' })
})

test('H10, H22, H23: Google below its lines of title and dates, and a campaign that is called Total', async () => {
  const { recognition, rows, left } = await readWhole('google.csv', fixture('googleAds.csv'))
  expect(recognition).toMatchObject({
    format: 'googleAds',
    headerLine: 3,
    period: { from: '2026-11-01', to: '2026-11-07' },
  })
  expect(rows.map(({ line, names, conversions }) => [line, names.campaign, conversions])).toEqual([
    [4, 'Lip tint search', 18.5],
    [5, 'Total recall tee', 0.5],
  ])
  expect(left.map(({ line, code }) => [line, code])).toEqual([[6, 'totalsRow']])
})

test('H10: the change history of Google', async () => {
  const { recognition, rows } = await readWhole('changes.csv', fixture('googleChanges.csv'))
  expect(recognition.format).toBe('googleChanges')
  expect(rows[1]).toMatchObject({
    kind: 'change',
    from: '2026-11-04',
    names: { campaign: 'Lip tint search', group: null },
    extra: { 'Change type': 'Campaign paused', User: 'ana@example.com', Tool: 'Google Ads web' },
  })
})

test('CM3: delivery history by the rules of learning', async () => {
  const text = fixture('deliveryHistory.csv')
  const { recognition, rows } = await readWhole('history.csv', text)
  expect(recognition).toMatchObject({ format: 'deliveryHistory', numberStyle: 'point', dateOrder: 'ymd' })
  expect(rows[0]).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-07',
    ids: { ad: 'order-1' },
    currency: 'GBP',
    conversions: 3,
  })
  expect(rows[1]).toMatchObject({ currency: 'IDR', reach: null, conversions: null })
  const { left } = await readWhole(
    'history.csv',
    text.replace(',GB,GBP', ',UK,GBP').replace('150000', '"150.000,5"'),
  )
  expect(left.map(({ line, column, code, found }) => [line, column, code, found])).toEqual([
    [2, 'market', 'market', '"UK"'],
    [3, 'spend', 'number', '"150.000,5"'],
  ])
})

test('U11: any file by hand, and a field that is not to be read', async () => {
  const text = 'Tgl;Iklan;Uang;Tayang\n13/11/2026;A;1.234,56;9.000\n'
  expect(await faultIn('mine.csv', text)).toContain('map its columns by hand')
  const mapping = { from: 'Tgl', 'names.ad': 'Iklan', spend: 'Uang', impressions: 'Tayang' }
  const { recognition, rows } = await readWhole('mine.csv', text, {
    format: 'mapped',
    mapping,
    currency: 'EUR',
  })
  expect(recognition).toMatchObject({
    format: 'mapped',
    delimiter: ';',
    numberStyle: 'comma',
    dateOrder: 'dmy',
  })
  expect(rows[0]).toMatchObject({
    from: '2026-11-13',
    names: { ad: 'A' },
    spend: '1234.56',
    impressions: 9000,
    currency: 'EUR',
  })
  const other = await readWhole('report.csv', fixture('tiktokAds.csv'), {
    mapping: { reach: null, linkClicks: 'Clicks (destination)' },
  })
  expect(other.rows[1]).toMatchObject({ reach: null, linkClicks: 905 })
})
