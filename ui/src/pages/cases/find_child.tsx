// Finding a child by the authority's own id, which is hashed and not kept: not in the register, not in the address.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call } from '../../api/call';
import { Button, Link } from '../../components/button';
import { Details } from '../../components/details';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { TextField } from '../../components/form/text';
import { go, href } from '../../router';
import { useDesk } from '../../session';

export function FindChild(): JSX.Element {
  const { may } = useDesk();
  const [nobody, setNobody] = useState(false);
  const form = useForm({ child_id: '' });
  const find = async (values: { child_id: string }) => {
    setNobody(false);
    const { reference } = await call('find_child', values);
    return () => (reference ? go(href(`/cases/${reference}`)) : setNobody(true));
  };
  return (
    <Details summary="Find a child by the authority’s own id">
      <FormBody form={form} onSubmit={find} buttons={<Button type="submit" kind="secondary" busy={form.busy}>Find the case</Button>}>
        <TextField name="child_id" label="The authority’s own id for the child" width={20} hint="The id is turned into a code that cannot be turned back, and is not kept." />
      </FormBody>
      <div role="status">
        {nobody && <p class="govuk-body">No case here is of a child with that id. {may.work && <Link to="#/cases/new">Open a case</Link>}</p>}
      </div>
    </Details>
  );
}
