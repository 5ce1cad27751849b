// A room of several pages: one list of them, beside the page that is open. The page brings its own heading.
import type { ComponentChildren, JSX } from 'preact';
import { Link } from './button';

export interface SideRoom { text: string; to: string; here: boolean }

export function SideList({ label, rooms, children }: { label: string; rooms: SideRoom[]; children: ComponentChildren }): JSX.Element {
  return (
    <div class="cw-settings">
      <nav aria-label={label} class="cw-side">
        <ul class="govuk-list">
          {rooms.map(({ text, to, here }) => (
            <li key={to} class={here ? 'cw-side__item cw-side__item--here' : 'cw-side__item'}><Link to={to} quiet current={here}>{text}</Link></li>
          ))}
        </ul>
      </nav>
      <div>{children}</div>
    </div>
  );
}
