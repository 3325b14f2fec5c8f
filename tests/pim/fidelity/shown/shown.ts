/** What the mock does, by the subject of a line of the fidelity list. Each throws when the line is no longer true. */
export type Shown = Readonly<Record<string, () => Promise<void>>>
