import type { Dictionary } from '../dictionary.ts'

export const overview: Dictionary['overview'] = {
  waiting: { one: '{{count}} order menunggu Anda', other: '{{count}} order menunggu Anda' },
  underWay: { one: '{{count}} berlangsung', other: '{{count}} berlangsung' },
  byState: 'Order menurut status',
  decide: 'Perlu keputusan',
  nothingToDecide: 'Tidak ada yang menunggu Anda.',
  why: {
    awaiting_payment: 'Bayar, atau ubah order',
    payment_failed: 'Pembayaran gagal: bayar lagi',
    rejected: 'Ditolak: perbaiki, atau minta pengembalian dana',
  },
  order: 'Order',
  budget: 'Anggaran',
  starts: 'Mulai',
  what: 'Langkah berikutnya',
  money: 'Uang',
  currency: 'Mata uang',
  committed: 'Terikat',
  spent: 'Terpakai',
  accuracy: 'Apakah prakiraannya tepat?',
  insideOf: 'dari {{count}} order selesai berakhir di dalam rentang 80% saat dibayar.',
  expected: 'Jika rentangnya jujur, kira-kira 8 dari 10 demikian.',
  noneCompleted:
    'Belum ada order yang selesai. Nanti di sini terlihat berapa yang berakhir di dalam rentangnya.',
  outsideList: 'Terakhir di luar',
  came: 'tercapai {{actual}}, prakiraan {{low}} sampai {{high}}',
  allWaiting: { one: 'Yang menunggu', other: 'Semua {{count}} yang menunggu' },
  toAccuracy: 'Selengkapnya tentang ketepatan',
  allOutside: 'Semua yang di luar prakiraan',
  start: 'Prakirakan order baru',
}
