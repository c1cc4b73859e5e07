/** What is said about the rows of imported files and of delivery history. */
export const rows = {
  // What mends a row
  'give the row as many cells as the header has': 'beri baris itu sel sebanyak baris judul',
  'write a date that exists, like 2026-11-27': 'tulis tanggal yang ada, seperti 2026-11-27',
  'write the day, or leave the row out': 'tulis harinya, atau tinggalkan baris itu',
  'set the end to the start or later': 'jadikan akhirnya sama dengan awalnya atau sesudahnya',
  'write a number, like 1234.56': 'tulis angka, seperti 1234.56',
  'write a whole number, like 1234': 'tulis bilangan bulat, seperti 1234',
  'write 0 or more; refunds and corrections are no delivery':
    'tulis 0 atau lebih; pengembalian dan koreksi bukan penayangan',
  'write one ISO 4217 code, like GBP or IDR': 'tulis satu kode ISO 4217, seperti GBP atau IDR',
  'choose the currency of the file': 'pilih mata uang berkas',
  'format the column as text before saving, for the last digits are lost':
    'jadikan kolom itu teks sebelum menyimpan, sebab angka terakhirnya hilang',
  'export the row again: clicks cannot exceed impressions':
    'ekspor baris itu sekali lagi: klik tidak bisa melebihi tayangan',
  'export the row again: reach cannot exceed impressions':
    'ekspor baris itu sekali lagi: jangkauan tidak bisa melebihi tayangan',
  'write the id of the order': 'tulis ID order',
  'nothing: totals are summed from the rows': 'tidak ada: total dijumlahkan dari baris-barisnya',
  'write the name or the id that the row is of': 'tulis nama atau ID pemilik baris itu',
  'export the file again whole, or look for the rows that are missing':
    'ekspor berkas sekali lagi secara utuh, atau cari baris yang hilang',
  'nothing: the count stays unknown': 'tidak ada: jumlahnya tetap tidak diketahui',
  'correct the cell': 'perbaiki selnya',
  'write all numbers in one way, or choose numberStyle point or comma':
    'tulis semua angka dengan satu cara, atau pilih gaya angka titik atau koma',
  'choose numberStyle point (1,234.56) or comma (1.234,56)':
    'pilih gaya angka titik (1,234.56) atau koma (1.234,56)',
  'write all dates as 2026-11-27, or choose dateOrder dmy or mdy':
    'tulis semua tanggal sebagai 2026-11-27, atau pilih urutan tanggal: hari dulu atau bulan dulu',
  'write all dates as 2026-11-27': 'tulis semua tanggal sebagai 2026-11-27',
  'choose dateOrder dmy (27/11/2026) or mdy (11/27/2026)':
    'pilih urutan tanggal: hari dulu (27/11/2026) atau bulan dulu (11/27/2026)',
  'read as {{readings}}; write all numbers in one way, or choose numberStyle point or comma':
    'terbaca sebagai {{readings:said}}; tulis semua angka dengan satu cara, atau pilih gaya angka titik atau koma',
  'nothing: each currency is summed by itself, and none is converted':
    'tidak ada: setiap mata uang dijumlahkan sendiri, dan tidak ada yang dikonversi',
  // What a cell should hold
  'an id with all its digits': 'ID dengan semua angkanya',
  'a date': 'tanggal',
  'a date with the {{part}} first, as in the rows before':
    'tanggal dengan {{part:said}} di depan, seperti baris sebelumnya',
  '{{text}}, which is only a date ({{reading}}) with the {{part}} first':
    '{{text}}, yang baru menjadi tanggal ({{reading}}) dengan {{part:said}} di depan',
  day: 'hari',
  month: 'bulan',
  year: 'tahun',
  'a number': 'angka',
  'no number': 'bukan angka',
  'a number with a decimal {{style}}, as in the rows before':
    'angka dengan {{style:said}} desimal, seperti baris sebelumnya',
  '{{text}}, which is only a number ({{reading}}) with a decimal {{other}}':
    '{{text}}, yang baru menjadi angka ({{reading}}) dengan {{other:said}} desimal',
  point: 'titik',
  comma: 'koma',
  '0 or more': '0 atau lebih',
  'a whole number': 'bilangan bulat',
  'a whole number like 1234': 'bilangan bulat seperti 1234',
  'an amount like 1234.56': 'jumlah seperti 1234.56',
  '{{like}}, without separators of thousands and with a decimal point':
    '{{like:said}}, tanpa pemisah ribuan dan dengan titik desimal',
  'a count': 'jumlah',
  'one currency': 'satu mata uang',
  'a currency code of ISO 4217, like GBP': 'kode mata uang ISO 4217, seperti GBP',
  'an amount in {{currency}}, as the file says': 'jumlah dalam {{currency}}, seperti kata berkas',
  'a currency in a column, in the header or before the amounts':
    'mata uang di sebuah kolom, di baris judul, atau di depan jumlahnya',
  '1 row whose amount has none': '1 baris yang jumlahnya tanpa mata uang',
  '{{count}} rows whose amounts have none': '{{count:number}} baris yang jumlahnya tanpa mata uang',
  '{{cells}} cells': '{{cells:number}} sel',
  '{{cells}} cells, as in the header': '{{cells:number}} sel, seperti baris judul',
  'the day of the row': 'hari baris itu',
  '{{from}}, its start, or later': '{{from}}, awalnya, atau sesudahnya',
  '{{day}}, today, or earlier': '{{day}}, hari ini, atau sebelumnya',
  'the id of an order': 'ID sebuah order',
  'at most {{impressions}}, its impressions': 'paling banyak {{impressions:number}}, yaitu tayangannya',
  'the campaign, ad or video that the row is of': 'kampanye, iklan, atau video pemilik baris itu',
  'no name and no id': 'tanpa nama dan tanpa ID',
  'a total: {{numbers}}': 'total: {{numbers:said}}',
  'no numbers': 'tanpa angka',
  'one row each': 'satu baris untuk masing-masing',
  '{{sum}}, the sum of the rows': '{{sum:number}}, jumlah baris-barisnya',
  // How numbers and dates are written
  'numbers that can be read in one way only': 'angka yang hanya bisa dibaca dengan satu cara',
  'numbers of one style; {{other}} in {{where}} has a point before the decimals':
    'angka dengan satu gaya; {{other}} di {{where:said}} memakai titik di depan desimalnya',
  '{{text}}, which has a comma': '{{text}}, yang memakai koma',
  '{{text}}, which reads as {{readings}}': '{{text}}, yang terbaca sebagai {{readings:said}}',
  '{{point}} with a decimal point and as {{comma}} with a decimal comma':
    '{{point:said}} dengan titik desimal dan sebagai {{comma:said}} dengan koma desimal',
  'dates that can be read in one way only': 'tanggal yang hanya bisa dibaca dengan satu cara',
  'dates in one order; {{other}} in {{where}} has the day first':
    'tanggal dengan satu urutan; {{other}} di {{where:said}} mendahulukan hari',
  '{{text}}, which has the month first': '{{text}}, yang mendahulukan bulan',
  '{{text}}, which reads as {{dmy}} with the day first and as {{mdy}} with the month first, as do all dates of the file':
    '{{text}}, yang terbaca sebagai {{dmy}} bila hari dulu dan sebagai {{mdy}} bila bulan dulu, seperti semua tanggal berkas ini',
  // Delivery history
  'a CSV file of delivery history': 'berkas CSV riwayat penayangan',
  'a file that can be read': 'berkas yang bisa dibaca',
  'the file is no delivery history that can be used': 'berkas ini bukan riwayat penayangan yang bisa dipakai',
  'at most {{count}} rows; cut the file by time':
    'paling banyak {{count:number}} baris; potong berkas menurut waktu',
  'more, up to line {{line}}': 'lebih banyak, sampai baris {{line}}',
  'every row to be right, for each gets its answer':
    'setiap baris benar, sebab masing-masing mendapat jawabannya',
  'at most {{share}}% of the rows to be wrong': 'paling banyak {{share}}% baris yang salah',
  '{{left}} of {{rows}} that cannot be right':
    '{{left:number}} dari {{rows:number}} yang tidak mungkin benar',
  '{{reason}}, 1 row': '{{reason:said}}, 1 baris',
  '{{reason}}, {{count}} rows': '{{reason:said}}, {{count:number}} baris',
  'one column of this name': 'satu kolom dengan nama ini',
  two: 'dua',
  'this column': 'kolom ini',
  'is {{name}} meant?': 'maksudnya {{name}}?',
  'column {{name}} is not known and was ignored': 'kolom {{name}} tidak dikenal dan diabaikan',
  'cells are separated by {{separator}}; expected commas': 'sel dipisahkan {{separator}}; seharusnya koma',
  '{{name}} is nearest to {{nearest}}': '{{name}} paling dekat dengan {{nearest}}',
  'nearest names: {{pairs}}': 'nama terdekat: {{pairs:list}}',
  'the order, ad or ad set of the row': 'order, iklan, atau set iklan pemilik baris itu',
  'a country code of ISO 3166, like GB': 'kode negara ISO 3166, seperti GB',
  'a country code of ISO 3166, like GB; the United Kingdom is GB':
    'kode negara ISO 3166, seperti GB; Britania Raya adalah GB',
  'a date that exists, like 2026-11-23': 'tanggal yang ada, seperti 2026-11-23',
  'a unit and period with other counts than a row before':
    'unit dan periode dengan angka lain dari baris sebelumnya',
  '{{currencies}} are {{count}} currencies: each is learnt by itself, and none is converted':
    '{{currencies}} adalah {{count}} mata uang: masing-masing dipelajari sendiri, dan tidak ada yang dikonversi',
  'rows without a currency are learnt by themselves': 'baris tanpa mata uang dipelajari tersendiri',
  'rows cannot be told apart': 'baris tidak dapat dibedakan',
  'all rows count as one account': 'semua baris dihitung sebagai satu akun',
  'age does not count, and accuracy is tested by folds instead of over time':
    'umur data tidak dihitung, dan ketepatan diuji menurut bagian, bukan menurut waktu',
  'how long an order ran is not known': 'lama sebuah order tayang tidak diketahui',
  'rows count for no market of their own': 'baris tidak dihitung untuk pasarnya sendiri',
  'spends are of one unknown currency': 'belanja dianggap satu mata uang yang tidak diketahui',
  'platforms are not told apart': 'platform tidak dibedakan',
  'goals are not told apart': 'tujuan tidak dibedakan',
  'nothing is learnt of single creators': 'tidak ada yang dipelajari tentang kreator satu per satu',
  'nothing is learnt of single videos': 'tidak ada yang dipelajari tentang video satu per satu',
  'automatic and custom audiences are not told apart': 'audiens otomatis dan audiens khusus tidak dibedakan',
  'nothing is learnt of ages': 'tidak ada yang dipelajari tentang umur',
  'nothing is learnt of genders': 'tidak ada yang dipelajari tentang jenis kelamin',
  'nothing is learnt of interests': 'tidak ada yang dipelajari tentang minat',
  'nothing is learnt of prices': 'tidak ada yang dipelajari tentang harga',
  'nothing is learnt of prices and click rates; clicks are learnt from spend alone':
    'tidak ada yang dipelajari tentang harga dan tingkat klik; klik dipelajari dari belanja saja',
  'nothing that forecasts use': 'tidak ada yang dipakai prakiraan',
  'nothing is learnt of link clicks': 'tidak ada yang dipelajari tentang klik tautan',
  'nothing is learnt of orders': 'tidak ada yang dipelajari tentang pesanan',
  // Test of a forecast on history
  'rows with dates, or folds instead': 'baris dengan tanggal, atau bagian sebagai gantinya',
  'rows without any date': 'baris tanpa tanggal',
  'a date after rows that end before it; the first starts {{first}}':
    'tanggal sesudah baris yang berakhir sebelumnya; yang pertama mulai {{first}}',
  'a date with rows from it on; the last ends {{last}}':
    'tanggal yang punya baris sejak hari itu; yang terakhir berakhir {{last}}',
  'at most {{units}} folds, one for each unit':
    'paling banyak {{units:number}} bagian, satu untuk setiap unit',
} as const
