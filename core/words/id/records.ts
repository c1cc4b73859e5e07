/** What is said when creators, videos, products, orders and what belongs to them cannot be saved or found. */
export const records = {
  'Expected a {{what}} with id {{id}}, got none.': 'Tidak ada {{what:said}} dengan ID {{id}}.',
  creator: 'kreator',
  video: 'video',
  product: 'produk',
  order: 'order',
  market: 'pasar',
  view: 'tampilan',
  import: 'impor',
  finding: 'temuan',
  'promote order': 'order promosi',
  'change of many orders': 'perubahan banyak order',
  'frozen forecast of order': 'prakiraan beku dari order',
  'log entry of the order': 'entri log dari order',
  'file on its way': 'berkas yang sedang dikirim',
  'file to download': 'berkas untuk diunduh',
  'file that was read': 'berkas yang sudah dibaca',
  // States of an order, as they are kept
  draft: 'draf',
  awaiting_payment: 'menunggu bayar',
  in_review: 'ditinjau',
  rejected: 'ditolak',
  scheduled: 'terjadwal',
  active: 'aktif',
  paused: 'dijeda',
  completed: 'selesai',
  cancelled: 'dibatalkan',
  payment_failed: 'pembayaran gagal',
  refund_requested: 'pengembalian diminta',
  refunded: 'dana dikembalikan',
  // Creators, videos, products
  'Expected a handle that no other creator has, got {{handle}}.':
    'Nama akun {{handle}} sudah dipakai kreator lain.',
  '{{handle}} has videos in {{market}}: the market cannot change.':
    '{{handle}} punya video di {{market}}: pasarnya tidak bisa diubah.',
  '{{name}} is anchored in {{market}}: the market cannot change.':
    '{{name}} ditautkan di {{market}}: pasarnya tidak bisa diubah.',
  '"{{title}}" was promoted for {{handle}}, who stays its creator.':
    '"{{title}}" pernah dipromosikan untuk {{handle}}, yang tetap menjadi kreatornya.',
  'a product of {{market}}': 'produk dari {{market}}',
  'each product once': 'setiap produk satu kali',
  '{{name}} again': '{{name}} sekali lagi',
  'Expected an order whose money rests, got one in state {{state}}: it stays until it has ended.':
    'Uang order ini masih bergerak ({{state:said}}): order tetap di sini sampai berakhir.',
  'Expected a {{kind}} that was merged, got one that stands for itself.':
    '{{kind:said}} ini tidak pernah digabungkan.',
  'Expected another {{kind}} to merge into, got the same one.':
    'Seharusnya {{kind:said}} lain sebagai tujuan penggabungan, bukan yang sama.',
  'Expected a {{kind}} of {{market}}, got one of {{other}}.':
    'Seharusnya {{kind:said}} dari {{market}}, ini dari {{other}}.',
  'Expected two {{kind}}s that stand for themselves, got one that was merged already.':
    'Salah satu {{kind:said}} sudah digabungkan; seharusnya keduanya berdiri sendiri.',
  'Expected a {{kind}} that no other was merged into, got one that has {{count}}.':
    'Ke dalam {{kind:said}} ini sudah digabungkan {{count:number}} lainnya; seharusnya tidak ada.',
  'a value of {{fact}}': 'nilai {{fact}}',
  'Expected a change of {{fact}} on {{from}}, got none.': 'Tidak ada perubahan {{fact}} pada {{from}}.',
  'Expected a change of {{fact}}, got what held before the first one.':
    'Ini keadaan {{fact}} sebelum perubahan pertama, bukan sebuah perubahan.',
  'no order could be made for this product': 'tidak bisa dibuat order untuk produk ini',
  // Drafts and many orders at once
  'a product anchored in "{{title}}"': 'produk yang ditautkan di "{{title}}"',
  'the product {{id}}': 'produk {{id}}',
  'Expected an order that is not paid, got one in state {{state}}: a paid order is not edited.':
    'Order ini {{state:said}}: order yang sudah dibayar tidak diubah.',
  'the order is not complete': 'order belum lengkap',
  'the frozen order cannot be read': 'order beku tidak dapat dibaca',
  'budgets below 2^53 minor units': 'anggaran di bawah 2^53 satuan terkecil',
  'starts from year 0 to 9999': 'mulai dari tahun 0 sampai 9999',
  'orders of one currency for one amount': 'order dengan satu mata uang untuk satu jumlah',
  'orders of GBP and IDR': 'order dengan GBP dan IDR',
  'at most {{count}} orders at once': 'paling banyak {{count:number}} order sekaligus',
  '{{count}} orders': '{{count:number}} order',
  'at least one field to change': 'sedikitnya satu isian yang diubah',
  'Expected a name that no other view has, got {{name}}.': 'Nama {{name}} sudah dipakai tampilan lain.',
  'Expected an assumption that was changed, got {{entry}} as it is shipped.':
    'Asumsi {{entry}} masih seperti bawaan; tidak ada yang dikembalikan.',
  'an effect has two forecasts': 'akibat terdiri dari dua prakiraan',
  // Assumptions
  'the assumption cannot be what it is asked to be': 'asumsi tidak bisa menjadi seperti yang diminta',
  'an entry of the market profile': 'entri profil pasar',
  'where the value comes from': 'asal nilai itu',
  'a year, month or day, like "2026-11"': 'tahun, bulan, atau hari, seperti "2026-11"',
  'shares that sum to 1': 'bagian yang berjumlah 1',
  '24 numbers, one for each hour of the day': '24 angka, satu untuk setiap jam',
  '24 numbers with mean 1': '24 angka dengan rata-rata 1',
  'shares by category slug, and "other" for the rest':
    'bagian menurut kode kategori, dan "other" untuk sisanya',
  'priceCtrCorrelation, priceCvrCorrelation and ctrCvrCorrelation that can hold together':
    'priceCtrCorrelation, priceCvrCorrelation, dan ctrCvrCorrelation yang bisa berlaku bersama',
  // What happened to an order, and what a transfer is for
  Created: 'Dibuat',
  Paid: 'Dibayar',
  'Confirmed and sent to payment': 'Dikonfirmasi dan dikirim ke pembayaran',
  'Taken back to edit': 'Ditarik kembali untuk diubah',
  'Paid with {{method}}': 'Dibayar dengan {{method:said}}',
  card: 'kartu',
  coins: 'koin',
  wallet: 'dompet',
  bank_transfer: 'transfer bank',
  other: 'lainnya',
  'Delivery of {{date}}': 'Penayangan {{date}}',
  '{{why}}: delivery of {{date}}': '{{why:said}}: penayangan {{date}}',
  Import: 'Impor',
  'Import taken back': 'Impor dibatalkan',
  // Payment
  'Expected an order that is not paid, got one in state {{state}}.':
    'Order ini {{state:said}}; seharusnya belum dibayar.',
  'The order was edited after this forecast was made: look at it again.':
    'Order diubah setelah prakiraan ini dibuat: lihat sekali lagi.',
  'Expected a budget and a forecast in {{currency}} for one day or more, got {{minor}} minor units, {{days}} days and a forecast in {{other}}.':
    'Seharusnya anggaran dan prakiraan dalam {{currency}} untuk satu hari atau lebih; ini {{minor:number}} satuan terkecil, {{days:number}} hari, dan prakiraan dalam {{other}}.',
  'Command {{command}} has paid something else: expected a new command id.':
    'Perintah {{command}} sudah membayar yang lain: seharusnya ID perintah baru.',
  'The forecast on the screen is not that of this order any more. Look at the new one, then pay.':
    'Prakiraan di layar bukan lagi milik order ini. Lihat yang baru, lalu bayar.',
  'The order may not be paid: {{rules}}.': 'Order tidak boleh dibayar: {{rules}}.',
  'coins together with their rate': 'koin bersama kursnya',
  'at most {{minor}} minor units, what is paid':
    'paling banyak {{minor:number}} satuan terkecil, yaitu yang dibayar',
  'a VAT number where no VAT is charged (T6)': 'nomor PPN bila PPN tidak dipungut (T6)',
  // Steps, refunds, deliveries, invoices
  'Expected one of {{states}} after {{from}}, got {{to}}.':
    'Sesudah {{from:said}} hanya bisa: {{states:list}}; bukan {{to:said}}.',
  'no further states': 'tidak ada lagi',
  'nothing to go back to': 'tidak ada tempat kembali',
  'Expected a payment for the step into review, got none.':
    'Langkah ke peninjauan memerlukan pembayaran; ini tanpa pembayaran.',
  'Expected the amounts of a refund with this step, got none.':
    'Langkah ini memerlukan jumlah pengembalian dana; ini tanpa jumlah.',
  'Expected a refund that was asked for, got none.': 'Tidak ada pengembalian dana yang diminta.',
  'Expected an order that was active, got one in state {{state}}: it has delivered nothing.':
    'Order ini {{state:said}}: belum pernah aktif, jadi belum menayangkan apa pun.',
  'Expected a paid order, got one in state {{state}}: nothing is billed.':
    'Order ini {{state:said}}: belum dibayar, jadi tidak ada tagihan.',
  'Expected a paid order, got one without a frozen forecast.':
    'Order ini tanpa prakiraan beku; seharusnya sudah dibayar.',
  'Expected days without a report, got none.': 'Semua hari sudah punya laporan.',
  // Import and demo
  'records changed since the preview: look at it once more':
    'catatan berubah sejak pratinjau: lihat sekali lagi',
  'the parts of the import do not add up to the file; nothing was imported':
    'bagian-bagian impor tidak berjumlah sama dengan berkas; tidak ada yang diimpor',
  'expected rows to import, got none': 'tidak ada baris untuk diimpor',
  'The import {{name}} was taken back already.': 'Impor {{name}} sudah dibatalkan sebelumnya.',
  'The demo needs an empty workspace; this one holds records already.':
    'Demo memerlukan ruang kerja kosong; yang ini sudah berisi catatan.',
} as const
