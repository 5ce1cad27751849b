// The frame of oversight: one list of its pages, beside each of them.
import type { ComponentType, JSX } from 'preact';
import { SideList } from '../../components/side_list';
import { useRoute } from '../../router';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { oversightRooms } from './rooms';

/** The same page beside the list. Who sees no lists of cases has no such room, and sees the page alone. */
export function inOversight(Shown: ComponentType<PageProps>): ComponentType<PageProps> {
  return function InOversight(props: PageProps): JSX.Element {
    const { may } = useDesk();
    const { path } = useRoute();
    if (!may.lists) return <Shown {...props} />;
    return <SideList label="Oversight" rooms={oversightRooms(may, path)}><Shown {...props} /></SideList>;
  };
}
