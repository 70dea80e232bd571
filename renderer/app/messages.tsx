import { X } from 'lucide-react';
import { en } from '../../core/messages/en.ts';
import { dismiss } from '../state/messages.ts';
import { useApp } from '../state/store.ts';
import { IconButton } from '../ui/icon-button.tsx';

export function Messages() {
  const messages = useApp((state) => state.messages);
  return (
    <div className="messages" role="status" aria-live="polite">
      {messages.map((message) => (
        <div
          key={message.id}
          className={`message floating ${message.tone}`}
          role={message.tone === 'error' ? 'alert' : undefined}
        >
          <div className="words">
            <p>{message.text}</p>
            {message.details && message.details.length > 0 && (
              <ul>
                {message.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </div>
          {message.action && (
            <button type="button" className="outlined" onClick={message.action.run}>
              {message.action.label}
            </button>
          )}
          <IconButton name={en.dismiss} onClick={() => dismiss(message.id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
