// The frame of what goes out: one list of its pages, beside each of them.
import type { ComponentType, JSX } from 'preact';
import { SideList } from '../../components/side_list';
import { useRoute } from '../../router';
import { useDesk } from '../../session';
import type { PageProps } from '..';
import { summaryRooms } from './rooms';

export function inSummary(Shown: ComponentType<PageProps>): ComponentType<PageProps> {
  return function InSummary(props: PageProps): JSX.Element {
    const { may } = useDesk();
    const { path } = useRoute();
    if (!may.summary) return <Shown {...props} />;
    return <SideList label="Summary" rooms={summaryRooms(may, path)}><Shown {...props} /></SideList>;
  };
}
