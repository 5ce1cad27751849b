// The frame of the settings: one list of what can be looked after, beside each page of it.
import type { ComponentChildren, JSX } from 'preact';
import { SideList } from '../../components/side_list';
import { useRoute } from '../../router';
import { useDesk } from '../../session';
import { settingsRooms } from './presenter';

/** Stands around a page or a form page, which bring their own heading. */
export function Settings({ children }: { children: ComponentChildren }): JSX.Element {
  const { may } = useDesk();
  const { path } = useRoute();
  return <SideList label="Settings" rooms={settingsRooms(may, path)}>{children}</SideList>;
}
