// A time when the child was missing: recorded, and completed as more is known.
import type { JSX } from 'preact';
import { call } from '../../api/call';
import type { EpisodeView, RecordMissingEpisode } from '../../api/types';
import { Button, Link } from '../../components/button';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { DateField, TextArea } from '../../components/form/text';
import { Loading, useLoad } from '../../components/load';
import { Page, sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { typedDayTime } from '../../words/dates';
import type { PageProps } from '..';
import { draft } from '../start/draft_route';

export function EpisodePage({ at }: PageProps): JSX.Element {
  const reference = at.reference ?? '';
  const load = useLoad('view_case', { reference });
  const asked = at.episode === 'new' ? null : (at.episode ?? null);
  const found = load.view?.episodes.find(({ id }) => id === asked) ?? null;
  if (load.view && (asked === null || found)) return <EpisodeForm reference={reference} episode={found} />;
  return (
    <Page title="Missing episode" caption={reference}>
      <Loading of={load} what="the case">{() => <p class="govuk-body">There is no such episode on this case. <Link to={href(`/cases/${reference}`)}>Go to the case</Link></p>}</Loading>
    </Page>
  );
}

function EpisodeForm({ reference, episode }: { reference: string; episode: EpisodeView | null }): JSX.Element {
  const back = href(`/cases/${reference}`);
  const form = useForm<RecordMissingEpisode>(
    {
      reference,
      episode_id: episode?.id ?? null,
      missing_from: typedDayTime(episode?.missing_from ?? null),
      returned: typedDayTime(episode?.returned ?? null),
      interview_offered: typedDayTime(episode?.interview_offered ?? null),
      interview_held: typedDayTime(episode?.interview_held ?? null),
      interview_declined: typedDayTime(episode?.interview_declined ?? null),
      themes: episode?.themes ?? '',
    },
    draft.episode(reference, episode?.id ?? 'new'),
  );
  const send = async (values: RecordMissingEpisode) => {
    await call('record_missing_episode', values);
    return () => {
      sayOnNextPage('The missing episode was saved.');
      go(back);
    };
  };
  return (
    <FormPage
      form={form} title={episode ? 'Change a missing episode' : 'Record a missing episode'} caption={reference}
      back={{ to: back, text: 'the case' }} onSubmit={send}
      buttons={<><Button type="submit" busy={form.busy}>Save the episode</Button><Link to={back} quiet>Leave, and finish later</Link></>}
    >
      <DateField name="missing_from" label="Missing from" withTime />
      <DateField name="returned" label="Returned" hint="Leave empty while the child is missing." withTime />
      <DateField name="interview_offered" label="Return interview offered" withTime />
      <DateField name="interview_held" label="Return interview held" withTime />
      <DateField name="interview_declined" label="When did the child decline the interview?" hint="Leave empty if it was held, or may still be." withTime />
      <TextArea name="themes" label="Themes of the interview" hint="No names, addresses or numbers." rows={4} />
    </FormPage>
  );
}
