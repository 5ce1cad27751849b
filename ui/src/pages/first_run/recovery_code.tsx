// The recovery code, shown once. Nobody passes without saying that it is on paper.
import type { JSX } from 'preact';
import { printOpened } from '../../components/print';
import { Refused } from '../../api/call';
import { Button } from '../../components/button';
import { BareFrame } from '../../components/frame';
import { Tick } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';

const NOT_YET = 'Print the recovery code or write it down, then tick the box.';

export function RecoveryCode({ code, done }: { code: string; done: () => void }): JSX.Element {
  const form = useForm({ kept: false });
  const send = async ({ kept }: { kept: boolean }) => {
    if (!kept) throw new Refused({ code: 'invalid', message: NOT_YET, fields: [{ field: 'kept', message: NOT_YET }] });
    return done;
  };
  return (
    <BareFrame>
      <FormPage
        form={form} title="Keep the recovery code" onSubmit={send}
        before={(
          <>
            <p class="govuk-body">If every passphrase is lost, this code opens the register. It is shown now and never again.
              Print it or write it down, and lock it away where the register is not.</p>
            <p class="cw-code" id="recovery-code">{code}</p>
            <Button kind="secondary" onClick={() => void printOpened()}>Print this page</Button>
          </>
        )}
        buttons={<Button type="submit">Continue</Button>}
      >
        <Tick name="kept" label="I have printed it or written it down" />
      </FormPage>
    </BareFrame>
  );
}
