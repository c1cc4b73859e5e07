import { gb } from './gb.ts'
import { id } from './id.ts'
import type { MarketCode, MarketProfile } from './marketProfile.ts'

/** The profiles that Foreclick ships with. */
export const marketProfiles: Readonly<Record<MarketCode, MarketProfile>> = { GB: gb, ID: id }
