/** The one way from the window to the main process. */
import type { Bridge } from '../../core/ipc/contract.ts';

declare global {
  interface Window {
    readonly pamphleteer: Bridge;
  }
}

export const bridge: Bridge = window.pamphleteer;
