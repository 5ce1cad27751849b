// The check of the register: the audit chain, every signed version, the stored duties, the file itself.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import type { VerifyView } from '../../api/types';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { Details } from '../../components/details';
import { Done } from '../../components/notice';
import { Page } from '../../components/page';
import { useDesk } from '../../session';
import { presentVerify } from './presenter';
import { Settings } from './settings_page';

export function VerifyPage(): JSX.Element {
  const [view, setView] = useState<VerifyView | null>(null);
  const { may } = useDesk();
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
        {may.administer && <ClockForm />}
        <FormBody form={form} onSubmit={send} working="Checking every event…" buttons={<Button type="submit" busy={form.busy}>Check the register</Button>}>{null}</FormBody>
      </Page>
    </Settings>
  );
}

/** A clock that ran ahead once keeps everybody from writing until its day comes, unless somebody says that it was wrong. */
function ClockForm(): JSX.Element {
  const [accepted, setAccepted] = useState(false);
  const form = useForm({});
  const send = async () => {
    await call('accept_clock', {});
    return () => setAccepted(true);
  };
  return (
    <Details summary="The register says that this machine’s clock is behind">
      <p class="govuk-body">Set the clock first if it is wrong. If it is right, and was wrong when the register was last changed, say so: work can then go on. What was recorded under the wrong clock keeps its dates.</p>
      {accepted && <Done><p class="govuk-notification-banner__heading">The clock was accepted</p></Done>}
      <FormBody form={form} onSubmit={send} buttons={<Button kind="secondary" type="submit" busy={form.busy}>The clock is right now</Button>}>{null}</FormBody>
    </Details>
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
