const places = 6
const scale = 10 ** places

/** A sum of decimals, exact to the sixth place: whole units and millionths are summed apart. */
export class DecimalSum {
  private whole = 0
  private millionths = 0

  /** `decimal` is digits with at most one point, as `readDecimal` gives it. */
  add(decimal: string): void {
    const sign = decimal.startsWith('-') ? -1 : 1
    const point = decimal.indexOf('.')
    this.whole += point < 0 ? Number(decimal) : Number(decimal.slice(0, point))
    if (point < 0) return
    this.millionths += sign * Number(decimal.slice(point + 1, point + 1 + places).padEnd(places, '0'))
    if (Math.abs(this.millionths) < Number.MAX_SAFE_INTEGER / 2) return
    this.carry()
  }

  toString(): string {
    this.carry()
    let [whole, millionths] = [this.whole, this.millionths]
    const isNegative = whole < 0 || (whole === 0 && millionths < 0)
    if (isNegative) [whole, millionths] = [-whole, -millionths]
    if (millionths < 0) [whole, millionths] = [whole - 1, millionths + scale]
    const fraction = String(millionths).padStart(places, '0').replace(/0+$/, '')
    return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
  }

  private carry(): void {
    const units = Math.trunc(this.millionths / scale)
    this.whole += units
    this.millionths -= units * scale
    // Both parts of one sign, so that the text needs one.
    if (this.whole > 0 && this.millionths < 0)
      [this.whole, this.millionths] = [this.whole - 1, this.millionths + scale]
    if (this.whole < 0 && this.millionths > 0)
      [this.whole, this.millionths] = [this.whole + 1, this.millionths - scale]
  }
}
