import type { Dictionary } from '../dictionary.ts'

export const welcome: Dictionary['welcome'] = {
  title: 'Ketahui hasil order promosi sebelum membayar',
  text: 'Foreclick menyimulasikan order promosi ribuan kali dan menunjukkan berapa klik tautan dan pesanan yang bisa diharapkan, dengan ketidakpastian yang jujur. Semuanya tetap di komputer ini.',
  openDemo: 'Buka demo',
  demoText: 'Dua pasar, selusin kreator, dan empat puluh order, semuanya rekaan. Kurang dari satu menit.',
  own: 'Mulai dengan kreator sendiri',
  making: 'Menyiapkan demo',
  madeOf: '{{done}} order sudah disimulasikan',
}
