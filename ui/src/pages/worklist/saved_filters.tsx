// Filters that a person kept, as links above the list; the filter that stands can be kept under a name.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call, refusal } from '../../api/call';
import { Button, Link } from '../../components/button';
import { Details } from '../../components/details';
import { useForm } from '../../components/form/form';
import { FormBody } from '../../components/form/form_page';
import { TextField } from '../../components/form/text';
import { useLoad } from '../../components/load';
import type { Query } from '../../router';
import { presentFilters, queryOf } from './presenter';

export function SavedFilters({ query }: { query: Query }): JSX.Element {
  const load = useLoad('list_filters', {});
  const [said, setSaid] = useState({ says: '', turn: 0 });
  const line = useRef<HTMLParagraphElement>(null);
  // The button that was pressed may be gone, so the focus goes to what was done.
  useEffect(() => { if (said.turn > 0) line.current?.focus(); }, [said.turn]);
  const say = (says: string) => {
    setSaid(({ turn }) => ({ says, turn: turn + 1 }));
    load.reload();
  };
  const form = useForm({ name: '' });
  const save = async ({ name }: { name: string }) => {
    await call('save_filter', { name, query: queryOf(query) });
    return () => {
      form.set('name', '');
      say(`Kept as “${name.trim()}”.`);
    };
  };
  const discard = (name: string) => call('discard_filter', { name }).then(() => say(`“${name}” was discarded.`), (thrown) => say(refusal(thrown).message));
  const kept = presentFilters(load.view?.filters ?? [], query);
  return (
    <div class="cw-saved">
      {kept.length > 0 && (
        <nav class="cw-saved__list" aria-label="Your filters">
          <span class="cw-saved__title" aria-hidden="true">Your filters</span>
          <ul>{kept.map(({ name, to, here }) => <li key={name}><Link to={to} quiet current={here}>{name}</Link></li>)}</ul>
        </nav>
      )}
      <Details summary={kept.length > 0 ? 'Keep these filters, or discard some' : 'Keep these filters under a name'}>
        <FormBody form={form} onSubmit={save} buttons={<Button type="submit" kind="secondary" small busy={form.busy}>Keep</Button>}>
          <TextField name="name" label="Name for the filters chosen below" hint="For example: High, my team. A name used again takes the new filters." width={20} plain />
        </FormBody>
        {kept.length > 0 && (
          <ul class="govuk-list cw-saved__discard">
            {kept.map(({ name }) => <li key={name}>{name} <Button kind="secondary" small onClick={() => void discard(name)} about={`the filters “${name}”`}>Discard</Button></li>)}
          </ul>
        )}
        <p ref={line} tabIndex={-1} role="status" class="govuk-body-s cw-said">{said.says}</p>
      </Details>
    </div>
  );
}
