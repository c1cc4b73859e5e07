import { say } from '../../words/say.ts'
import type { FormatSpec } from './formatSpec.ts'

/** Orders of affiliates, read by name, for GB files have one column more than others (H8). Indonesian spellings: our own [I]. */
export const affiliateOrders: FormatSpec = {
  format: 'affiliateOrders',
  title: say('affiliate orders'),
  source: 'H8',
  kind: 'affiliateOrder',
  english: {
    from: ['Time Created'],
    'names.product': ['Product Name'],
    'names.creator': ['Creator Username'],
    'ids.order': ['Order ID'],
    'ids.product': ['Product ID'],
    'ids.video': ['Content ID'],
    currency: ['Currency'],
    revenue: ['Payment Amount'],
  },
  indonesian: {
    from: ['Waktu dibuat'],
    'names.product': ['Nama produk'],
    'names.creator': ['Nama pengguna kreator'],
    'ids.order': ['ID pesanan'],
    'ids.product': ['ID produk'],
    'ids.video': ['ID konten'],
    currency: ['Mata uang'],
    revenue: ['Jumlah pembayaran'],
  },
  extra: {
    id: ['SKU ID', 'Seller Sku'],
    text: [
      'Fully returned or refunded',
      'Payment method',
      'Order Status',
      'Creator Region',
      'Content Type',
      'commission model',
    ],
    count: ['Quantity'],
    rate: ['Standard commission rate', 'Shop Ads commission rate'],
    amount: [
      'Price',
      'Est. Commission Base',
      'Est. standard commission payment',
      'Actual Commission Base',
      'Actual Commission Payment',
      'Est. Shop Ads commission payment',
      'Actual Shop Ads commission payment',
      'Est. co-funded creator bonus',
      'Actual co-funded creator bonus',
    ],
  },
  required: [['ids.order'], ['ids.product'], ['names.creator'], ['revenue'], ['from']],
  dateOrder: 'dmy',
}
