/** The forms in which works go to other programs. Free of what writes them, so that the window can name them cheaply. */
export const WORK_FORMS = ['works-bib', 'works-ris', 'works-csl'] as const;
export type WorkForm = (typeof WORK_FORMS)[number];
