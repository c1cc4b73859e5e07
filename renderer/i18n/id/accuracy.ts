import type { Dictionary } from '../dictionary.ts'

export const accuracy: Dictionary['accuracy'] = {
  what: 'Prakiraan untuk',
  tabs: { own: 'Order Anda', history: 'Riwayat impor', learnt: 'Yang dipelajari' },
  market: 'Pasar',
  anyMarket: 'Semua pasar',
  audience: 'Audiens',
  anyAudience: 'Semua audiens',
  period: 'Periode',
  anyTime: 'Sepanjang waktu',
  lastDays: '{{days}} hari terakhir',
  deliveries: 'Penayangan',
  deliveryKinds: { real: 'Dilaporkan', simulated: 'Simulasi' },
  madeUp: 'Penayangan ini buatan.',
  madeUpText:
    'Semuanya disimulasikan, jadi hanya menunjukkan cara membaca halaman ini dan tidak membuktikan apa pun tentang prakiraan.',
  empty: 'Belum ada order yang selesai',
  emptyText:
    'Saat sebuah order berakhir, prakiraan saat dibayar berdiri di sini di samping hasilnya. Berkas penayangan lama bisa diperiksa hari ini.',
  emptyAction: 'Impor riwayat penayangan',
  noneLeft: 'Tidak ada order selesai yang lolos saringan ini. Perluas periode, atau pilih penayangan lain.',
  keptWord: 'Apakah rentang menepati janji?',
  sharesInside: 'Order yang klik tautannya di dalam rentang',
  whisker: {
    one: 'tanda: dijanjikan · garis: yang bisa dikatakan {{count}} order',
    other: 'tanda: dijanjikan · garis: yang bisa dikatakan {{count}} order',
  },
  noneInside: 'Belum ada order untuk dihitung.',
  inside: {
    one: '{{inside}} dari {{count}} order berakhir di dalam rentang 80%-nya.',
    other: '{{inside}} dari {{count}} order berakhir di dalam rentang 80%-nya.',
  },
  tooFew: {
    one: '{{count}} order terlalu sedikit: {{low}} sampai {{high}} bisa jadi kebetulan.',
    other: '{{count}} order terlalu sedikit: {{low}} sampai {{high}} bisa jadi kebetulan.',
  },
  verdict: {
    holds: {
      one: 'Dengan {{count}} order, {{low}} sampai {{high}} bisa jadi kebetulan: sejauh ini rentang menepati janji.',
      other:
        'Dengan {{count}} order, {{low}} sampai {{high}} bisa jadi kebetulan: sejauh ini rentang menepati janji.',
    },
    narrow: {
      one: 'Dengan {{count}} order, kebetulan saja menjelaskan {{low}} sampai {{high}}: rentang terlalu sempit.',
      other:
        'Dengan {{count}} order, kebetulan saja menjelaskan {{low}} sampai {{high}}: rentang terlalu sempit. Anggap kurang pasti daripada tampaknya.',
    },
    wide: {
      one: 'Dengan {{count}} order, kebetulan saja menjelaskan {{low}} sampai {{high}}: rentang lebih lebar dari yang perlu.',
      other:
        'Dengan {{count}} order, kebetulan saja menjelaskan {{low}} sampai {{high}}: rentang lebih lebar dari yang perlu.',
    },
  },
  inShort: 'Singkatnya',
  insideName: 'Di dalam rentang 80%',
  insideNote: '{{low}} sampai {{high}} bisa jadi kebetulan',
  leanName: 'Kecondongan prakiraan',
  tooLow: '{{size}} terlalu rendah',
  tooHigh: '{{size}} terlalu tinggi',
  noLean: 'tidak ada',
  leanUnknown: 'terlalu sedikit order',
  leanMayBeNone: {
    one: 'antara {{from}} dan {{to}}: mungkin tidak ada',
    other: 'antara {{from}} dan {{to}}: mungkin tidak ada',
  },
  leanIsReal: {
    one: 'antara {{from}} dan {{to}}: lebih dari kebetulan',
    other: 'antara {{from}} dan {{to}}: lebih dari kebetulan',
  },
  missName: 'Meleset biasanya',
  missNote: 'separuh order datang dalam {{miss}} dari nilai tengah',
  skill: 'Terhadap prakiraan sederhana',
  skillText:
    'Prakiraan sederhana memberi setiap order klik per belanja dari semua order lain. Uji balik memprakirakan tiap order dari sisanya, dengan kedua cara.',
  skillRun: 'Uji balik order Anda',
  skillAgain: 'Uji balik lagi',
  lowerIsBetter: 'Skor rentang, makin rendah makin baik.',
  oneByOne: 'Prakiraan dan hasil, order demi order',
  clicks: 'Klik tautan',
  oneByOneAside: 'garis: 8 dari 10, gelap: 5 dari 10 · ● di dalam ◆ di luar · Enter membuka',
  overTime: 'Hasil terhadap nilai tengah, dari waktu ke waktu',
  against: 'Kali nilai tengah',
  againstAside: 'pita: letak rata-rata · ◆ di luar 8 dari 10',
  byGroup: 'Menurut pasar dan audiens',
  group: 'Order dari',
  orders: 'Order',
  byGroupText: 'Garis adalah yang bisa dikatakan order sesedikit itu; tanda adalah 80% yang dijanjikan.',
}
