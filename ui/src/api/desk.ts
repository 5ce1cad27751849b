// What only the window can do: the system's own dialogs and the printer.
import { ask } from './call';

/** What the file is for. A key list, a calendar and a copy of the plan are written, so their dialogs ask where to. */
export type FileKind = 'tracker' | 'census' | 'mapping' | 'key_list' | 'calendar' | 'action_plan' | 'action_plan_copy';

/** The folder that was chosen, or null when the person thought better of it. */
export const chooseFolder = () => ask<string | null>('choose_folder');

export const chooseFile = (kind: FileKind) => ask<string | null>('choose_file', { kind });

export const printPage = () => ask<void>('print_page');
