/** Whether what stands beside each other is scrolled together. */
export interface LinkedScrolling {
  readonly versions: boolean;
  readonly letters: boolean;
}
export const FIRST_LINKED: LinkedScrolling = { versions: true, letters: false };

/** How the writer has arranged the window; remembered between sessions on this computer. */
export interface RememberedLayout {
  readonly panes: {
    readonly outline: boolean;
    readonly letter: boolean;
    readonly answer: boolean;
    readonly preview: boolean;
  };
  readonly textSize: number;
  readonly linked: LinkedScrolling;
}

const KEY = 'layout';
const FIRST: RememberedLayout = {
  panes: { outline: true, letter: true, answer: true, preview: false },
  textSize: 17,
  linked: FIRST_LINKED,
};

export const SMALLEST_TEXT = 13;
export const LARGEST_TEXT = 28;

export function readLayout(): RememberedLayout {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<RememberedLayout>;
    const size = Number(known.textSize);
    return {
      panes: { ...FIRST.panes, ...known.panes, answer: true, preview: false },
      textSize: size >= SMALLEST_TEXT && size <= LARGEST_TEXT ? size : FIRST.textSize,
      linked: { ...FIRST.linked, ...known.linked },
    };
  } catch {
    return FIRST;
  }
}

export function rememberLayout(layout: RememberedLayout): void {
  localStorage.setItem(KEY, JSON.stringify(layout));
}
