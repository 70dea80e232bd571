/** The name under which comments are written on this computer. */
const KEY = 'author';

export function readAuthor(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function rememberAuthor(name: string): void {
  localStorage.setItem(KEY, name);
}
