/** A locale's JSON by its BCP 47 tag. */
export const LOCALES: Readonly<Record<string, string>>;
