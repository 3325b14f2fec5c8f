type Labels = Readonly<Record<string, string>>

/** One unit of a measurement family, and how to come to it from the standard unit. */
export interface MeasurementUnit {
  readonly code: string
  readonly labels: Labels
  readonly convert_from_standard: readonly { readonly operator: string; readonly value: string }[]
  readonly symbol: string
}

/** Key: `code`. */
export interface MeasurementFamily {
  readonly code: string
  readonly labels: Labels
  readonly standard_unit_code: string
  readonly units: Readonly<Record<string, MeasurementUnit>>
}
