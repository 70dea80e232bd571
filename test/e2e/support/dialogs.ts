/** Answers to the system's dialogs, which no test can click; and what they asked. */
import { inMain } from './in-main.ts';
import type { ElectronApplication } from '@playwright/test';

interface Answers {
  /** The file chosen to save to; none means that the writer changed her mind. */
  readonly save?: string;
  readonly open?: readonly string[];
  /** Words on the button of a question; none cancels. */
  readonly button?: string;
}

/** What was asked by message boxes since the dialogs were first answered, oldest first. */
export function questions(app: ElectronApplication): Promise<readonly string[]> {
  return inMain(app)(() => (globalThis as { asked?: string[] }).asked ?? []);
}

export async function answerDialogs(app: ElectronApplication, answers: Answers): Promise<void> {
  await inMain(app)(({ dialog }, { save, open, button }) => {
    const asked = ((globalThis as { asked?: string[] }).asked = []) as string[];
    const stub = dialog as unknown as Record<string, unknown>;
    stub['showSaveDialog'] = async () => ({ canceled: save === undefined, filePath: save ?? '' });
    stub['showOpenDialog'] = async () => ({ canceled: open === undefined, filePaths: open ?? [] });
    stub['showMessageBox'] = async (
      _window: unknown,
      box: { message: string; detail?: string; buttons: string[]; cancelId: number },
    ) => {
      asked.push([box.message, box.detail].filter(Boolean).join(' '));
      const at = button === undefined ? -1 : box.buttons.indexOf(button);
      return { response: at < 0 ? box.cancelId : at };
    };
  }, answers);
}
