/** A button with a sign only: its name is told to who points at it, and read out. */
import type { ComponentProps } from 'react';

interface Props extends Omit<ComponentProps<'button'>, 'type' | 'className' | 'title' | 'aria-label'> {
  readonly name: string;
}

/** @param children the sign, hidden from those who listen */
export function IconButton({ name, ...props }: Props) {
  return <button {...props} type="button" className="icon" title={name} aria-label={name} />;
}
