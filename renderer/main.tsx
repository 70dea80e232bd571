/** The window: starts the application and shows what the main process has for it. */
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { listen } from './app/listen.ts';
import { startWindow } from './app/start.ts';
import './ui/theme.css';
import './ui/base.css';
import './app/shell.css';

const root = document.getElementById('root');
if (root) {
  listen();
  void startWindow().then(() => createRoot(root).render(<App />));
}
