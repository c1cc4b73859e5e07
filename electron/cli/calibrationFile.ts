import * as v from 'valibot'

import type { Learned } from '../../core/calibration/learned.ts'
import { historyReport } from '../../core/history/historyReport.ts'

export const calibrationFormat = 'foreclick-calibration'
export const calibrationVersion = 1

const learned = v.custom<Learned>(
  value =>
    v.is(
      v.looseObject({
        version: v.literal(1),
        rows: v.number(),
        units: v.number(),
        priors: v.array(v.looseObject({})),
        targets: v.looseObject({}),
      }),
      value,
    ),
  'what was learnt, as `foreclick calibrate` writes it',
)

/** What `calibrate` writes: all that a forecast needs of a history, and none of its rows. */
export const calibrationFile = v.strictObject({
  format: v.literal(calibrationFormat),
  version: v.literal(calibrationVersion, `version ${calibrationVersion}, which this Foreclick reads`),
  modelVersion: v.string(),
  /** ISO date from which it forecasts. */
  asOf: v.string(),
  history: historyReport,
  /** Entries of the market profiles as they are after learning, as a profile file has them. */
  profiles: v.record(v.string(), v.strictObject({ market: v.string(), entries: v.looseObject({}) })),
  entries: v.array(v.looseObject({})),
  effects: v.array(v.looseObject({})),
  learned,
})
export type CalibrationFile = v.InferOutput<typeof calibrationFile>

/** Whether a JSON value is meant to be a calibration file, whole or not. */
export function isCalibration(json: unknown): boolean {
  return v.is(v.looseObject({ format: v.literal(calibrationFormat) }), json)
}
