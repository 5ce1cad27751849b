import { printPage } from '../api/desk';

/** Prints the page with everything on it opened, and folds it again as it was. */
export async function printOpened(): Promise<void> {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  folded.forEach((details) => { details.open = true; });
  try {
    await printPage();
  } finally {
    // The printer's dialog may answer before the page has been drawn for it.
    setTimeout(() => folded.forEach((details) => { details.open = false; }), 1000);
  }
}
