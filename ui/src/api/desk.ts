// What only the window can do: the system's own dialogs, the printer, and a look at the job that runs.
import { ask } from './call';

/** What the file is for. A key list, a calendar and a copy of the plan are written, so their dialogs ask where to. */
export type FileKind = 'tracker' | 'census' | 'mapping' | 'key_list' | 'calendar' | 'action_plan' | 'action_plan_copy';

/** The folder that was chosen, or null when the person thought better of it. */
export const chooseFolder = () => ask<string | null>('choose_folder');

export const chooseFile = (kind: FileKind) => ask<string | null>('choose_file', { kind });

export const printPage = () => ask<void>('print_page');

/** As in "1,204 of 20,000 cases". */
export interface JobProgress { done: number; total: number; counted: string }

/** How far the job that runs has come; null while nothing that counts is running. */
export const jobProgress = () => ask<JobProgress | null>('job_progress');

/** Stops the job that runs. Whoever asked for it is refused with `cancelled`. */
export const cancelJob = () => ask<void>('cancel_job');
