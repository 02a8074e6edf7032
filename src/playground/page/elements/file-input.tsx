import type { FileInput } from '@slack/types';
import { useState } from 'preact/hooks';
import { type Holder, useControl, useScope } from '../blocks/scope.ts';
import { usePage } from '../context.ts';
import { upload } from '../control/upload.ts';
import { fileSize } from '../text/sizes.ts';

interface Uploaded {
  id: string;
  name: string;
  size: number;
}

export function FileElement({ element, holder }: { element: FileInput; holder: Holder }) {
  const control = useControl(element, holder);
  const { me, tell } = usePage();
  const { place } = useScope();
  const [busy, setBusy] = useState(false);
  const files = (control.value?.files as Uploaded[] | null | undefined) ?? [];
  const max = element.max_files ?? 10;
  const keep = (next: Uploaded[]) => control.change({ type: 'file_input', files: next });

  const add = async (picked: File[]) => {
    if (!('view' in place) || picked.length === 0) return;
    setBusy(true);
    const answer = await upload(me.id, picked.slice(0, max - files.length));
    setBusy(false);
    if (answer.ok) keep([...files, ...answer.files]);
    else tell(answer.error);
  };

  return (
    <div class="file-field">
      {files.map((file) => (
        <div key={file.id} class="file-chip">
          <span>
            {file.name} <small>{fileSize(file.size)}</small>
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label={`Remove ${file.name}`}
            onClick={() => keep(files.filter((one) => one.id !== file.id))}
          >
            ✕
          </button>
        </div>
      ))}
      {files.length < max && (
        <label class="file-drop">
          <input
            type="file"
            multiple={max > 1}
            accept={element.filetypes?.map((type) => `.${type}`).join(',')}
            disabled={busy}
            onChange={(event) => {
              const picked = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void add(picked);
            }}
            {...control.hooks}
            {...control.aria}
          />
          <span>{busy ? 'Uploading…' : max > 1 ? `Choose up to ${max} files` : 'Choose a file'}</span>
        </label>
      )}
    </div>
  );
}
