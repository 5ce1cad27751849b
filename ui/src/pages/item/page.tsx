// Writing an item, or changing one: an assessment, plan, review arrangement, review or closure.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, refusal } from '../../api/call';
import type { CaseView, ItemKind, ItemView, VersionView } from '../../api/types';
import { Button, Link } from '../../components/button';
import { ContentView } from '../../components/content';
import { useForm } from '../../components/form/form';
import { FormPage } from '../../components/form/form_page';
import { Loading, useLoad } from '../../components/load';
import { Inset, Warning } from '../../components/notice';
import { Page, sayOnNextPage } from '../../components/page';
import { go, href } from '../../router';
import { KIND, capital } from '../../words/labels';
import type { PageProps } from '..';
import { NotFoundPage } from '../not_found';
import { draft } from '../start/draft_route';
import { ItemFields } from './fields';
import { blank, fromContent, isKind, tidy, type ItemValues } from './values';

export function ItemPage({ at }: PageProps): JSX.Element {
  const { reference = '', kind, item: itemId } = at;
  const load = useLoad('view_case', { reference });
  if (!isKind(kind)) return <NotFoundPage />;
  const item = load.view?.items.find(({ item_id: id }) => id === itemId) ?? null;
  if (load.view && (itemId === undefined || item)) return <ItemForm view={load.view} kind={kind} item={item} />;
  return (
    <Page title={titleOf(kind, itemId !== undefined)} caption={reference}>
      <Loading of={load} what="the case">{() => <p class="govuk-body">This case has no such {KIND[kind]}. <Link to={href(`/cases/${reference}`)}>Go to the case</Link></p>}</Loading>
    </Page>
  );
}

function ItemForm({ view, kind, item }: { view: CaseView; kind: ItemKind; item: ItemView | null }): JSX.Element {
  const { reference } = view;
  const latest = item?.versions[0] ?? null;
  const standing = latest ? fromContent(latest.content) : blank(kind);
  const [now, setNow] = useState<VersionView | null>(null);
  const form = useForm<ItemValues>(
    { based_on: latest?.hash ?? null, content: standing },
    draft.item(reference, kind, item?.item_id ?? null),
  );
  const back = href(`/cases/${reference}`);

  const save = (andSend: boolean) => async (values: ItemValues) => {
    const content = tidy(values.content);
    form.set('content', content);
    const recorded = await call('record_item', { reference, item_id: item?.item_id ?? null, based_on: values.based_on, content });
    const said = andSend ? await sendOn(kind, recorded.item_id, recorded.hash) : `The ${KIND[kind]} was saved. It has not been sent for sign-off.`;
    return () => {
      sayOnNextPage(said);
      go(back);
    };
  };

  const loadNow = async () => {
    const fresh = await call('view_case', { reference });
    const there = fresh.items.find(({ item_id: id }) => id === item?.item_id)?.versions[0] ?? null;
    if (there) form.set('based_on', there.hash);
    setNow(there);
  };

  const returned = latest?.decision?.outcome === 'returned' ? latest.decision : null;
  return (
    <FormPage
      form={form} title={titleOf(kind, item !== null)} caption={reference} back={{ to: back, text: 'the case' }} wide={kind === 'plan'}
      onSubmit={save(true)} onChanged={() => void loadNow()}
      before={(
        <>
          {view.closed_on && <Inset>This case is closed, so nothing can be saved to it.</Inset>}
          {kind === 'closure' && view.concerns.length > 0 && (
            <Warning>
              If the case closed today, the manager who signs and the summary would be told:
              <ul class="govuk-list govuk-list--bullet cw-list">{view.concerns.map((concern) => <li key={concern}>{concern}</li>)}</ul>
            </Warning>
          )}
          {returned && <Inset><strong>Returned by {returned.by}.</strong> What to do instead: {returned.reason}</Inset>}
          {latest?.decision?.outcome === 'signed_off' && <Inset>This was signed off. Saving starts a new version, which needs signing again; the signed one stays readable.</Inset>}
          {now && <Inset><h2 class="govuk-heading-s">What is there now</h2><ContentView content={now.content} /></Inset>}
        </>
      )}
      buttons={(
        <>
          <Button type="submit" busy={form.busy}>Save and send for sign-off</Button>
          <Button kind="secondary" busy={form.busy} onClick={() => void form.send(save(false))}>Save, and send later</Button>
          <Link to={back} quiet>Leave, and finish later</Link>
        </>
      )}
    >
      <ItemFields kind={kind} standing={standing} />
    </FormPage>
  );
}

/** What was saved stays saved when sending it is refused; the next page says so. */
async function sendOn(kind: ItemKind, item: string, hash: string): Promise<string> {
  try {
    await call('submit_item', { item_id: item, hash });
    return `The ${KIND[kind]} was saved and sent for sign-off.`;
  } catch (thrown) {
    return `The ${KIND[kind]} was saved, but not sent for sign-off. ${refusal(thrown).message}`;
  }
}

function titleOf(kind: ItemKind, changing: boolean): string {
  if (changing) return `Change the ${KIND[kind]}`;
  const titles: Record<ItemKind, string> = {
    assessment: 'Write an assessment',
    plan: 'Write a plan',
    review_arrangement: 'Arrange the next review',
    review: 'Record a review',
    closure: 'Close the case',
  };
  return titles[kind] ?? capital(KIND[kind]);
}
