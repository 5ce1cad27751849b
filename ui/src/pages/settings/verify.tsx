// The check of the register: the audit chain, every signed version, the stored duties, the file itself.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import type { VerifyView } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { Done } from '../../components/notice';
import { Page } from '../../components/page';
import { presentVerify } from './presenter';
import { Settings } from './settings_page';

export function VerifyPage(): JSX.Element {
  const [view, setView] = useState<VerifyView | null>(null);
  const form = useForm({});
  const send = async () => {
    setView(null);
    const found = await call('verify_register', {});
    return () => setView(found);
  };
  return (
    <Settings>
      <Page title="Check the register">
        <p class="govuk-body">Every event is held by the one before it. The check says whether anything was changed behind Caseward’s back. It changes nothing and may take a minute on a large register.</p>
        {view && <Result view={view} />}
        <FormBody form={form} onSubmit={send} working="Checking every event…" buttons={<Button type="submit" busy={form.busy}>Check the register</Button>}>{null}</FormBody>
      </Page>
    </Settings>
  );
}

function Result({ view }: { view: VerifyView }): JSX.Element {
  const { title, says } = presentVerify(view);
  const lines = says.map((line) => <p key={line} class="govuk-body cw-path">{line}</p>);
  if (view.ok) return <Done><p class="govuk-notification-banner__heading">{title}</p>{lines}</Done>;
  return (
    <div class="cw-refused" role="alert">
      <h2 class="govuk-heading-m">{title}</h2>
      {lines}
      <p class="govuk-body">Stop working in this register. Keep the folder as it is, and open the latest backup that passes this check.</p>
    </div>
  );
}
