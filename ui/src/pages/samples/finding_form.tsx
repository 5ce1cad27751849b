// What a manager found in a case of a sample: what was looked at, how good it is, and whether the child was heard.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { RecordSampleFinding, SampleView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { OneOf, Radios } from '../../components/form/choice';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { useDesk } from '../../session';
import { offered } from '../../words/choices';
import type { PageProps } from '..';
import { HEARD_CHOICES, findingForm } from './presenter';

export function SampleFindingPage({ at }: PageProps): JSX.Element {
  const load = useLoad('view_sample', { id: at.sample ?? '' });
  if (load.view) return <FindingForm sample={load.view} reference={at.reference ?? ''} />;
  return <Page title="What was found" back={{ to: '#/samples', text: 'the samples' }}><Loading of={load} what="the sample">{() => null}</Loading></Page>;
}

function FindingForm({ sample, reference }: { sample: SampleView; reference: string }): JSX.Element {
  const { choices } = useDesk();
  const back = { to: href(`/samples/${sample.id}`), text: 'the sample' };
  const there = sample.cases.find((drawn) => drawn.reference === reference);
  const form = useForm<RecordSampleFinding>(findingForm(sample.id, reference, there));
  const send = async (values: RecordSampleFinding) => {
    await call('record_sample_finding', values);
    return () => {
      sayOnNextPage(`What was found in ${reference} is recorded.`);
      go(back.to);
    };
  };
  return (
    <FormPage
      form={form} title="What was found" caption={`${sample.title}: ${reference}`} back={back} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Record it</Button><Link to={back.to} quiet>Leave it</Link></>}
    >
      <TextArea name="looked_at" label="What did you look at?" hint="For example, the last two reviews, the plan of May, and a talk with the worker. No child’s name." rows={3} />
      <OneOf name="finding" label="How good is it?" choices={offered(choices, 'sample_finding')} />
      <TextArea name="note" label="What is missing, and what follows from it?" rows={4} />
      <Radios name="child_heard" label="Was the child heard?" choices={HEARD_CHOICES} />
    </FormPage>
  );
}
