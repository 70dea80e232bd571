import { app, type Message } from './store.ts';

let count = 0;

/** Shows a line of words at the foot of the window. Errors and warnings stay until they are dismissed. */
export function say(text: string, options: Partial<Omit<Message, 'id' | 'text'>> = {}): void {
  const tone = options.tone ?? 'info';
  const message: Message = {
    id: ++count,
    text,
    tone,
    stays: options.stays ?? tone !== 'info',
    ...options,
  } as Message;
  app.set({ messages: [...app.get().messages.filter((other) => other.text !== text), message] });
  if (!message.stays) setTimeout(() => dismiss(message.id), 6000);
}

export function dismiss(id: number): void {
  app.set({ messages: app.get().messages.filter((message) => message.id !== id) });
}
