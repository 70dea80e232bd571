/** A style's JSON by its name here. */
export const STYLES: Readonly<
  Record<'chicago-author-date' | 'chicago-notes' | 'apa' | 'mla' | 'ieee' | 'vancouver', string>
>;
