/**
 * The clipboard's text, plain and rich. Electron's clipboard answers at once up to version 43 and by promises of
 * clipboard items after; both are spoken to.
 */
import { clipboard } from 'electron';
import type { ClipboardText } from '../../core/ipc/contract.ts';

interface FormerClipboard {
  readHTML(): string;
  readText(): string;
}

function isFormer(board: unknown): board is FormerClipboard {
  return typeof (board as Partial<FormerClipboard>).readHTML === 'function';
}

export async function readClipboard(): Promise<ClipboardText> {
  const board: unknown = clipboard;
  if (isFormer(board)) return { html: board.readHTML(), text: board.readText() };
  const text = await clipboard.readText();
  for (const item of await clipboard.read()) {
    if (!item.types.includes('text/html')) continue;
    const rich = await item.getType('text/html');
    return { html: await rich.text(), text };
  }
  return { html: '', text };
}
