// The frame of the settings: one list of what can be looked after, beside each page of it.
import type { ComponentChildren, JSX } from 'preact';
import { Link } from '../../components/button';
import { useRoute } from '../../router';
import { useDesk } from '../../session';
import { settingsRooms } from './presenter';

/** Stands around a page or a form page, which bring their own heading. */
export function Settings({ children }: { children: ComponentChildren }): JSX.Element {
  const { may } = useDesk();
  const { path } = useRoute();
  return (
    <div class="cw-settings">
      <nav aria-label="Settings" class="cw-side">
        <ul class="govuk-list">
          {settingsRooms(may, path).map(({ text, to, here }) => (
            <li key={to} class={here ? 'cw-side__item cw-side__item--here' : 'cw-side__item'}><Link to={to} quiet current={here}>{text}</Link></li>
          ))}
        </ul>
      </nav>
      <div>{children}</div>
    </div>
  );
}
