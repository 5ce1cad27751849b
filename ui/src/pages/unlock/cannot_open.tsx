// The register cannot be used. Rust says why and what to do; the window changes nothing.
import type { JSX } from 'preact';
import { Button } from '../../components/button';
import { BareFrame } from '../../components/frame';
import { Page } from '../../components/page';

export function CannotOpen({ message, directory, retry }: {
  message: string;
  directory: string | null;
  retry: () => Promise<void>;
}): JSX.Element {
  return (
    <BareFrame>
      <Page title="This register cannot be opened">
        <p class="govuk-body-l">{message}</p>
        {directory && <p class="govuk-body">The register is in the folder <strong class="cw-path">{directory}</strong>. Nothing in it was changed.</p>}
        <Button onClick={() => void retry()}>Try again</Button>
      </Page>
    </BareFrame>
  );
}
