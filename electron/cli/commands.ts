import type { Command } from './command.ts'

/** Every command by its name. Each loads its work when it is run, so that `forecast` waits for nothing it does not use. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  forecast: async () => (await import('./forecast.ts')).forecast,
  compare: async () => (await import('./compare.ts')).compare,
  curve: async () => (await import('./curve.ts')).curve,
  allocate: async () => (await import('./allocate.ts')).allocate,
  calibrate: async () => (await import('./calibrate.ts')).calibrate,
  backtest: async () => (await import('./backtest.ts')).backtest,
  predict: async () => (await import('./predict.ts')).predict,
  simulate: async () => (await import('./simulate.ts')).simulate,
  import: async () => (await import('./import.ts')).importFiles,
  export: async () => (await import('./export.ts')).exportFile,
  demo: async () => (await import('./demo.ts')).demo,
  serve: async () => (await import('./serve.ts')).serve,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  audit: async () => (await import('./audit.ts')).audit,
  check: async () => (await import('./check.ts')).check,
  diagnostics: async () => (await import('./diagnostics.ts')).diagnostics,
  evidence: async () => (await import('./evidence.ts')).evidence,
  verify: async () => (await import('./verify.ts')).verify,
  checkpoint: async () => (await import('./checkpoint.ts')).checkpoint,
}
