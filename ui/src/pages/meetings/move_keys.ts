// The keys that turn from one case of a meeting to the next.
import { useEffect, useRef } from 'preact/hooks';

/** F8 and F7 from anywhere on the page: keys that no field and no screen reader takes for text (WCAG 2.1.4). */
export function useMoveKeys(next: () => void, previous: (() => void) | null): void {
  const moves = useRef({ next, previous });
  moves.current = { next, previous };
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const move = event.key === 'F8' ? moves.current.next : event.key === 'F7' ? moves.current.previous : undefined;
      if (move === undefined) return;
      event.preventDefault();
      move?.();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
