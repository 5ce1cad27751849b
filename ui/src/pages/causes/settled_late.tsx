// On a case's page: what was settled late there, and nobody has said why. One press says it.
import type { JSX } from 'preact';
import type { SettledView } from '../../api/types';
import { useDesk } from '../../session';
import { presentSettledRow } from './presenter';
import { SettledRows } from './settled_rows';

/** `settled` is `CaseView.without_cause`. Nothing is shown where there is nothing to ask. */
export function SettledLate({ settled }: { settled: SettledView[] }): JSX.Element | null {
  const { may } = useDesk();
  if (settled.length === 0 || !may.work) return null;
  return (
    <section class="cw-section cw-no-print">
      <h2 class="govuk-heading-m">Settled late: why?</h2>
      <SettledRows rows={settled.map(presentSettledRow)} withCase={false} />
    </section>
  );
}
