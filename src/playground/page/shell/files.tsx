import type { FileInfo } from '../../protocol.ts';
import { fileSize } from '../text/sizes.ts';
import { FileIcon } from './icons.tsx';

export function Files({ files }: { files: FileInfo[] }) {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) => (
        <a
          key={file.id}
          class="file"
          href={file.download.startsWith('/') ? file.download : `/${file.download}`}
          download={file.name}
          data-testid="file"
        >
          <FileIcon />
          <span>
            <strong>{file.title || file.name}</strong>
            <small>
              {file.name} · {fileSize(file.size)} · Download
            </small>
          </span>
        </a>
      ))}
    </div>
  );
}
