// Assessments, plan, reviews and closure of a case: where each stands, its versions, what to do next.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { call, refusal, type Refused } from '../../api/call';
import type { CaseView } from '../../api/types';
import { Button, LinkButton } from '../../components/button';
import { ContentView } from '../../components/content';
import { Details } from '../../components/details';
import { ErrorSummary } from '../../components/form/error_summary';
import { Done } from '../../components/notice';
import { Tag } from '../../components/tag';
import { useDesk } from '../../session';
import { KIND, capital } from '../../words/labels';
import { presentItems, type ItemAction, type ItemShown, type VersionShown } from './items';

/** So many of a kind are open to the eye; a case that was reviewed for years has the rest folded away. */
const SHOWN = 3;

export function ItemsSection({ view, reload }: { view: CaseView; reload: () => void }): JSX.Element {
  const { may } = useDesk();
  const [outcome, setOutcome] = useState<{ done: string; refused: Refused | null; turn: number }>({ done: '', refused: null, turn: 0 });
  const kinds = presentItems(view.reference, view.items, may, view.closed_on === null);

  async function run(item: ItemShown, action: ItemAction): Promise<void> {
    const name = capital(KIND[item.kind]);
    try {
      if (action.does === 'submit') await call('submit_item', { item_id: action.item, hash: action.hash });
      if (action.does === 'withdraw') await call('withdraw_item', { item_id: action.item });
      const done = action.does === 'submit' ? `${name} sent for sign-off.` : `${name} taken back. It can be changed again.`;
      setOutcome({ done, refused: null, turn: outcome.turn + 1 });
      reload();
    } catch (thrown) {
      setOutcome({ done: '', refused: refusal(thrown), turn: outcome.turn + 1 });
    }
  }

  return (
    <section class="cw-section" id="items">
      <h2 class="govuk-heading-m">Work on the case</h2>
      {outcome.refused && <ErrorSummary key={outcome.turn} refused={outcome.refused} onChanged={reload} />}
      {outcome.done && <Done key={outcome.turn}><p class="govuk-notification-banner__heading">{outcome.done}</p></Done>}
      {kinds.map((kind) => (
        <div key={kind.kind} class="cw-kind">
          <div class="cw-kind__head">
            <h3 class="govuk-heading-s">{kind.title}</h3>
            {kind.write && <LinkButton to={kind.write.to} kind="secondary" small>{kind.write.text}</LinkButton>}
          </div>
          {kind.items.length === 0 && <p class="govuk-body-s cw-quiet">{kind.none}</p>}
          {kind.items.slice(0, SHOWN).map((item) => <Item key={item.id} item={item} run={run} />)}
          {kind.items.length > SHOWN && (
            <Details summary={`${kind.items.length - SHOWN} earlier`}>
              {kind.items.slice(SHOWN).map((item) => <Item key={item.id} item={item} run={run} />)}
            </Details>
          )}
        </div>
      ))}
    </section>
  );
}

function Item({ item, run }: { item: ItemShown; run: (item: ItemShown, action: ItemAction) => Promise<void> }): JSX.Element {
  return (
    <article class="cw-item" id={`item-${item.id}`} aria-label={`${item.title}. ${item.about}`}>
      <div class="cw-item__head">
        <strong>{item.about}</strong> <Tag {...item.tag} /> <span>{item.latest?.title}</span>
        {item.changed && <span class="cw-item__changed">{item.changed}</span>}
      </div>
      {item.latest && <Version shown={item.latest} summary={`Read the ${KIND[item.kind]}`} />}
      {item.earlier.map((version) => (
        <div key={version.id} class="cw-item__earlier">
          <strong>{version.title}</strong>
          <Version shown={version} summary={`Read ${version.title.toLowerCase()}`} />
        </div>
      ))}
      {item.actions.length > 0 && (
        <div class="cw-item__actions">
          {item.actions.map((action) => (action.does === 'change' || action.does === 'decide'
            ? <LinkButton key={action.does} to={action.to} kind={action.does === 'decide' ? 'primary' : 'secondary'} small>{action.text}<Of item={item} /></LinkButton>
            : <Button key={action.does} kind={action.does === 'submit' ? 'primary' : 'secondary'} small onClick={() => void run(item, action)} about={`the ${KIND[item.kind]}`}>{action.text}</Button>))}
        </div>
      )}
    </article>
  );
}

function Of({ item }: { item: ItemShown }): JSX.Element {
  return <span class="govuk-visually-hidden"> the {KIND[item.kind]}</span>;
}

function Version({ shown, summary }: { shown: VersionShown; summary: string }): JSX.Element {
  return (
    <>
      <ul class="govuk-list cw-says">{shown.says.map((said) => <li key={said}>{said}</li>)}</ul>
      <Details summary={summary}><ContentView content={shown.version.content} /></Details>
    </>
  );
}
