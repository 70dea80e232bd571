/**
 * Being the one of many: the current place among hundreds of points, the text that is to take the caret. A
 * component that asks about its own key is told only when that key begins or ceases to be the one, so that moving
 * costs the same however many there are.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { TextRef } from '../../core/document/find.ts';
import { useApp, type AppState, type CaretRequest, type Place, type Quoted } from './store.ts';

interface One<V> {
  readonly key: string;
  readonly value: V;
}

/** @returns A hook that gives the value while `key` is the one that `choose` names, else null. */
function oneOfMany<V>(choose: (state: AppState) => One<V> | null): (key: string) => V | null {
  const listeners = new Map<string, Set<() => void>>();
  let current = choose(useApp.getState());
  useApp.subscribe((state) => {
    const before = current;
    current = choose(state);
    if (before?.value === current?.value) return;
    const keys = new Set([before?.key, current?.key]);
    for (const key of keys) for (const listener of listeners.get(key ?? '') ?? []) listener();
  });
  return function useOne(key) {
    const subscribe = useCallback(
      (listener: () => void) => {
        const own = listeners.get(key) ?? new Set();
        listeners.set(key, own.add(listener));
        return () => {
          own.delete(listener);
          if (own.size === 0) listeners.delete(key);
        };
      },
      [key],
    );
    return useSyncExternalStore(subscribe, () => (current?.key === key ? current.value : null));
  };
}

export const placeKey = (place: Place): string => ('id' in place ? `${place.kind}:${place.id}` : place.kind);
const refKey = (ref: TextRef): string => ('id' in ref ? `${ref.of}:${ref.id}` : ref.of);

const usePlaceOf = oneOfMany(({ place }) => place && { key: placeKey(place), value: placeKey(place) });
const useCaretOf = oneOfMany<CaretRequest>(({ caret }) => caret && { key: refKey(caret.ref), value: caret });

const useQuotedOf = oneOfMany<Quoted>(({ quoted }) => quoted && { key: quoted.quotation, value: quoted });

/** What is selected in this quotation, while it is the one that the writer is in. */
export function useQuoted(quotation: string): Quoted | null {
  return useQuotedOf(quotation);
}

/** Whether the writer is at this place. */
export function useIsCurrent(place: Place): boolean {
  return usePlaceOf(placeKey(place)) !== null;
}

/** The request that this text takes the caret, while it is the last one. */
export function useCaretRequest(ref: TextRef): CaretRequest | null {
  return useCaretOf(refKey(ref));
}
