import type { Accuracy } from '../../../core/contract/accuracy.ts'
import { type AccuracyPoint, summaryOf } from '../../../renderer/screens/accuracy/accuracyFigures.ts'

export function somePoint(change: Partial<AccuracyPoint> = {}): AccuracyPoint {
  return {
    orderId: '1',
    title: 'Lip tint swatches',
    creator: '@ayu.makes',
    market: 'GB',
    audienceKind: 'automatic',
    completedOn: '2026-11-09',
    isSimulated: false,
    actual: 100,
    mean: 105,
    p025: 40,
    p10: 60,
    p25: 80,
    p50: 100,
    p75: 125,
    p90: 160,
    p975: 220,
    ...change,
  }
}

export function someAccuracy(points: readonly AccuracyPoint[]): Accuracy {
  return {
    points: [...points],
    real: summaryOf(points.filter(point => !point.isSimulated)),
    simulated: summaryOf(points.filter(point => point.isSimulated)),
  }
}
