/** Names the rules of simulation and forecast. Any change of a result's bytes changes it (FO9). */
export const modelVersion = '0.2'
