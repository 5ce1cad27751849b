// What only the window can do: the system's own dialogs and the printer.
import { ask } from './call';

/** What the file is for. A key list and a calendar are written, so their dialogs ask where to. */
export type FileKind = 'tracker' | 'census' | 'mapping' | 'key_list' | 'calendar';

/** The folder that was chosen, or null when the person thought better of it. */
export const chooseFolder = () => ask<string | null>('choose_folder');

export const chooseFile = (kind: FileKind) => ask<string | null>('choose_file', { kind });

export const printPage = () => ask<void>('print_page');
