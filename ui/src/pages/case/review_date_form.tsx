// The date of the next review, set by hand beside the one that is worked out, with the reason.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { CaseView, SetReviewDate } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Inset } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';
import { presentReviewDates } from './oversight';

const TITLE = 'Set the date of the next review';

export function ReviewDatePage({ at }: PageProps): JSX.Element {
  const reference = at.reference ?? '';
  const load = useLoad('view_case', { reference });
  if (load.view) return <ReviewDateForm view={load.view} />;
  return <Page title={TITLE} caption={reference}><Loading of={load} what="the case">{() => null}</Loading></Page>;
}

function ReviewDateForm({ view }: { view: CaseView }): JSX.Element {
  const { reference } = view;
  const back = href(`/cases/${reference}`);
  const form = useForm<SetReviewDate>({ reference, next_review_on: '', reason: '' }, draft.reviewDate(reference));
  const { computed, set } = presentReviewDates(view.review_dates);
  const send = async (values: SetReviewDate) => {
    await call('set_review_date', values);
    return () => {
      sayOnNextPage('The date of the next review was set.');
      go(back);
    };
  };
  return (
    <FormPage
      form={form} title={TITLE} caption={reference} back={{ to: back, text: 'the case' }} onSubmit={send}
      before={(
        <Inset>
          {computed && <p class="govuk-body">Due by interval on <strong>{computed.date}</strong><span class="cw-why">{computed.says}</span></p>}
          <p class="govuk-body">{set ? <>Arranged for <strong>{set.date}</strong><span class="cw-why">{set.says}</span></> : 'No date has been set yet.'}</p>
        </Inset>
      )}
      buttons={<><Button type="submit" busy={form.busy}>Set the date</Button><Link to={back} quiet>Leave, and finish later</Link></>}
    >
      <DateField name="next_review_on" label="When will the next review be held?" hint="Today or later. The earlier of this day and the one by interval counts, so a date set by hand never puts a review off." />
      <TextArea name="reason" label="Why this day?" hint="No names, addresses, dates of birth or numbers." rows={3} />
    </FormPage>
  );
}
