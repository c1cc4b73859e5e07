import { say } from '../../words/say.ts'
import type { FormatSpec } from './formatSpec.ts'

/** GMV Max creatives in both languages (H6), with the older and the newer headers (H7). Its dates stand in its name. */
export const gmvMax: FormatSpec = {
  format: 'gmvMax',
  title: say('GMV Max creative report'),
  source: 'H6, H7',
  kind: 'delivery',
  english: {
    'names.campaign': ['Campaign name'],
    'names.video': ['Video title', 'Creative'],
    'names.creator': ['TikTok account'],
    'ids.campaign': ['Campaign ID'],
    'ids.product': ['Product ID'],
    'ids.video': ['Video ID', 'Post ID'],
    currency: ['Currency'],
    spend: ['Cost'],
    revenue: ['Gross revenue'],
    impressions: ['Product ad impressions'],
    linkClicks: ['Product ad clicks'],
    conversions: ['SKU orders', 'Orders (SKU)'],
  },
  indonesian: {
    'names.campaign': ['Nama kampanye'],
    'names.video': ['Judul video'],
    'names.creator': ['Akun TikTok'],
    'ids.campaign': ['ID Campaign', 'ID kampanye'],
    'ids.product': ['ID produk'],
    'ids.video': ['ID video', 'ID postingan'],
    currency: ['Mata uang'],
    spend: ['Biaya'],
    revenue: ['Pendapatan kotor'],
    impressions: ['Impresi iklan produk'],
    linkClicks: ['Jumlah klik iklan produk'],
    conversions: ['Pesanan SKU', 'Pesanan (SKU)'],
  },
  extra: {
    text: [
      ['Creative type', 'Jenis materi iklan'],
      ['Time posted', 'Waktu posting'],
      'Status',
      'Exploration secondary status',
      ['Authorization type', 'Jenis otorisasi'],
    ],
    amount: [['Cost per order', 'Biaya per pesanan']],
    rate: [
      'ROI',
      ['Product ad click rate', 'Tingkat klik iklan produk'],
      ['Ad conversion rate', 'Rasio konversi iklan'],
      ['2-second ad video view rate', 'Rasio tayang video iklan 2 detik'],
      ['6-second ad video view rate', 'Rasio tayang video iklan 6 detik'],
      ['25% ad video view rate', 'Rasio tayang video iklan 25%'],
      ['50% ad video view rate', 'Rasio tayang video iklan 50%'],
      ['75% ad video view rate', 'Rasio tayang video iklan 75%'],
      ['100% ad video view rate', 'Rasio tayang video iklan 100%'],
    ],
  },
  required: [
    ['spend'],
    ['conversions'],
    ['ids.campaign', 'ids.product', 'ids.video', 'names.campaign', 'names.video'],
  ],
}
