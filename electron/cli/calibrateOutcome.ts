import { existsSync, readFileSync, statSync } from 'node:fs'

import { calibrationReport } from '../../core/calibration/calibrationReport.ts'
import type { Failure, Problem } from '../../core/contract/failure.ts'
import { parseJson } from '../../core/contract/parseJson.ts'
import { modelVersion } from '../../core/forecast/modelVersion.ts'
import { isoDay } from '../../core/history/calendarDay.ts'
import { countryCodes } from '../../core/history/codes.ts'
import type { HistoryReport } from '../../core/history/historyReport.ts'
import { learntEntries } from '../../core/market/learntEntries.ts'
import { shippedPriors } from '../../core/market/marketPriorOf.ts'
import { marketProfiles } from '../../core/market/profiles.ts'
import { learnFrom, learningSeed, type Learnt } from '../backend/learning/learnFrom.ts'
import { startThread } from '../backend/startThread.ts'
import { stopSignal } from '../web/stopSignal.ts'
import {
  calibrationFormat,
  calibrationVersion,
  type CalibrationFile,
  isCalibration,
} from './calibrationFile.ts'
import { calibrationLines } from './calibrationLines.ts'
import { historyReportLines } from './historyReportLines.ts'
import { optionFailure, today } from './learningOptions.ts'
import { answer, type Outcome, refusal } from './outcome.ts'
import { outputProblem, writeWhole } from './outputFile.ts'
import { progressLine } from './progressLine.ts'

type Options = { readonly history: string; readonly out: string; readonly market?: string | undefined }

/** Learns from a history and writes what was learnt as a calibration file. */
export async function calibrateOutcome(options: Options, json: boolean): Promise<Outcome> {
  const { history, out, market } = options
  const refuse = (subject: string, failure: Failure) => refusal({ subject, failure }, json)
  const problem = marketProblem(market) ?? outputProblem('--out', out, [history]) ?? replaceProblem(out)
  if (problem !== undefined) return refuse('foreclick calibrate', optionFailure(problem))
  const day = today()
  const progress = progressLine('Learning')
  const learnt = await learnFrom(
    { kind: 'file', file: history, today: day, market },
    { seed: learningSeed, asOf: day, priors: shippedPriors },
    { startThread, signal: stopSignal(), onProgress: progress.show },
  )
  progress.clear()
  if (!learnt.ok) return refuse(learnt.failure.code === 'bad_input' ? history : '', learnt.failure)
  if (typeof learnt.value === 'string')
    return refuse(
      history,
      optionFailure({ path: 'market', expected: `rows of ${market ?? 'any market'}`, received: 'none' }),
    )
  const file = fileOf(learnt.value, isoDay(day))
  const written = writeWhole(out, [`${JSON.stringify(file, null, 1)}\n`])
  if (!written.ok) return refuse('', written.failure)
  const value = {
    out,
    asOf: file.asOf,
    modelVersion,
    history: file.history,
    entries: file.entries,
    effects: file.effects,
  }
  const { entries, effects } = calibrationReport(learnt.value.learned)
  const lines = [
    ...historyReportLines(file.history),
    '',
    ...calibrationLines(entries, effects),
    '',
    `Written to ${out}. Forecast with it: foreclick forecast --order FILE --profile ${out}`,
    '',
  ]
  return answer({ status: 0, value, report: lines.join('\n') }, json)
}

function fileOf({ learned, report }: Learnt, asOf: string): CalibrationFile {
  if (report === null) throw new TypeError('a file has a report')
  const { entries, effects } = calibrationReport(learned)
  const source = `Learnt from ${learned.units} orders of a delivery history`
  return {
    format: calibrationFormat,
    version: calibrationVersion,
    modelVersion,
    asOf,
    history: report,
    profiles: profilesOf(report, learned, { source, date: report.to ?? asOf }),
    entries: entries.map(entry => ({ ...entry })),
    effects: effects.map(effect => ({ ...effect })),
    learned,
  }
}

/** Of the markets that the history has rows of, in their own currency. */
function profilesOf(
  { markets, currencies }: HistoryReport,
  learned: Learnt['learned'],
  sourced: { readonly source: string; readonly date: string },
): CalibrationFile['profiles'] {
  const found = Object.values(marketProfiles).filter(
    ({ market, currency }) =>
      markets.some(each => each.market === market) && currencies.some(each => each.currency === currency),
  )
  return Object.fromEntries(
    found.map(profile => [
      profile.market,
      { market: profile.market, entries: learntEntries(profile, learned, sourced) },
    ]),
  )
}

function marketProblem(market: string | undefined): Problem | undefined {
  if (market === undefined || countryCodes.has(market)) return undefined
  return {
    path: '--market',
    expected: 'a country code of ISO 3166, like GB',
    received: JSON.stringify(market),
  }
}

/** Only what an earlier calibration wrote is replaced. */
function replaceProblem(out: string): Problem | undefined {
  if (!existsSync(out) || statSync(out).size === 0) return undefined
  const json = parseJson(readFileSync(out, 'utf8'))
  return json.ok && isCalibration(json.value)
    ? undefined
    : { path: '--out', expected: 'a new file, or one that calibrate wrote', received: 'another file' }
}
