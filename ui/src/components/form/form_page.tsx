// One form on one page: what was kept, what is wrong, the fields, the buttons.
import type { ComponentChildren, JSX } from 'preact';
import { Page } from '../page';
import { Waiting } from '../load';
import { Button } from '../button';
import { sayInstant, sayTime } from '../../words/dates';
import { ErrorSummary } from './error_summary';
import { FormContext, type Action, type Form } from './form';
import { Refused } from '../../api/call';

export function FormPage<T extends object>({ form, title, caption, back, wide = false, before, children, buttons, onSubmit, asks = false, onChanged, working = 'Saving…' }: {
  form: Form<T>;
  title: string;
  caption?: ComponentChildren;
  back?: { to: string; text: string };
  wide?: boolean;
  /** Stands between the heading and the form. */
  before?: ComponentChildren;
  children: ComponentChildren;
  buttons: ComponentChildren;
  /** What Enter and the first button do. */
  onSubmit: Action<T>;
  /** It only asks, and saves nothing yet: the draft stays. */
  asks?: boolean;
  /** Loads what someone else has changed meanwhile, and leaves what was typed. */
  onChanged?: () => void;
  /** What goes on while it is sent. */
  working?: string;
}): JSX.Element {
  return (
    <Page title={title} caption={caption} wide={wide} error={form.refused !== null} {...(back ? { back } : {})}>
      <FormBody form={form} before={before} buttons={buttons} onSubmit={onSubmit} asks={asks} working={working} {...(onChanged ? { onChanged } : {})}>
        {children}
      </FormBody>
    </Page>
  );
}

/** A form inside a page that shows more than the form. */
export function FormBody<T extends object>({ form, before, children, buttons, onSubmit, asks = false, onChanged, working = 'Saving…' }: {
  form: Form<T>;
  before?: ComponentChildren;
  children: ComponentChildren;
  buttons: ComponentChildren;
  onSubmit: Action<T>;
  asks?: boolean;
  onChanged?: () => void;
  /** What goes on while it is sent. */
  working?: string;
}): JSX.Element {
  const submit = (event: Event) => {
    event.preventDefault();
    void (asks ? form.ask(onSubmit) : form.send(onSubmit));
  };
  return (
    <>
      {form.refused && <ErrorSummary key={form.refusals} refused={form.refused} {...(onChanged ? { onChanged } : {})} />}
      {form.restored && (
        <div class="cw-restored">
          <p class="govuk-body">We kept what you had typed at {sayInstant(form.restored)}.</p>
          <Button kind="secondary" small onClick={() => void form.startAgain()} about="what was kept">Discard</Button>
        </div>
      )}
      {before}
      {!form.ready ? <div aria-busy="true"><Waiting says="Looking for what you typed before…" /></div> : (
        <form noValidate onSubmit={submit} onFocusOut={form.leaving}>
          <FormContext.Provider value={form as unknown as Form<object>}>
            {children}
            <div class="govuk-button-group cw-buttons">{buttons}</div>
            {form.busy && <Waiting says={working} />}
            <Kept form={form} />
          </FormContext.Provider>
        </form>
      )}
    </>
  );
}

function Kept<T>({ form }: { form: Form<T> }): JSX.Element | null {
  if (!form.hasDraft) return null;
  if (form.kept instanceof Refused) {
    return <p class="govuk-error-message" role="alert">What you type is not being kept. {form.kept.message}</p>;
  }
  const when = form.kept ? ` Last kept at ${sayTime(form.kept)}.` : '';
  return <p class="govuk-hint">What you type is kept as you go.{when}</p>;
}
