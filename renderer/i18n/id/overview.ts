import type { Dictionary } from '../dictionary.ts'

export const overview: Dictionary['overview'] = {
  waiting: { one: '{{count}} pesanan menunggu Anda', other: '{{count}} pesanan menunggu Anda' },
  underWay: { one: '{{count}} berlangsung', other: '{{count}} berlangsung' },
  byState: 'Pesanan menurut status',
  decide: 'Perlu keputusan',
  nothingToDecide: 'Tidak ada yang menunggu Anda.',
  why: {
    awaiting_payment: 'Bayar, atau ubah pesanan',
    payment_failed: 'Pembayaran gagal: bayar lagi',
    rejected: 'Ditolak: perbaiki, atau minta pengembalian dana',
  },
  order: 'Pesanan',
  budget: 'Anggaran',
  starts: 'Mulai',
  what: 'Langkah berikutnya',
  money: 'Uang',
  currency: 'Mata uang',
  committed: 'Terikat',
  spent: 'Terpakai',
  accuracy: 'Apakah prakiraannya tepat?',
  insideOf: 'dari {{count}} pesanan selesai berakhir di dalam rentang 80% saat dibayar.',
  expected: 'Jika rentangnya jujur, kira-kira 8 dari 10 demikian.',
  noneCompleted:
    'Belum ada pesanan yang selesai. Nanti di sini terlihat berapa yang berakhir di dalam rentangnya.',
  outsideList: 'Terakhir di luar',
  came: 'tercapai {{actual}}, prakiraan {{low}} sampai {{high}}',
  allOutside: 'Semua yang di luar prakiraan',
  start: 'Prakirakan pesanan baru',
}
