// A window that nobody touches locks itself. People are told a minute before, and any key keeps it open.
import { useEffect, useState } from 'preact/hooks';

const MINUTE = 60_000;
const LOCKS_AFTER = 15 * MINUTE;
const TOLD_BEFORE = MINUTE;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'input'] as const;

/** True in the last minute before the register locks. */
export function useIdleLock(lock: (why: string) => Promise<void>): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
      setSoon(false);
    };
    // Asked every few seconds rather than by one long timer: a computer that slept locks when it wakes.
    const timer = setInterval(() => {
      const idle = Date.now() - touched;
      setSoon(idle >= LOCKS_AFTER - TOLD_BEFORE);
      if (idle >= LOCKS_AFTER) {
        touched = Date.now();
        void lock('The register locked because nobody used it for 15 minutes. What you had typed is kept.');
      }
    }, 5_000);
    SIGNS_OF_LIFE.forEach((sign) => window.addEventListener(sign, touch, { passive: true }));
    return () => {
      clearInterval(timer);
      SIGNS_OF_LIFE.forEach((sign) => window.removeEventListener(sign, touch));
    };
  }, []);
  return soon;
}
