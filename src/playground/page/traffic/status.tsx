export function Status({ status }: { status: string }) {
  const bad = /error|fail|timeout|no answer|lost|\b[45]\d\d\b/i.test(status);
  return <span class={bad ? 'status bad' : 'status'}>{status}</span>;
}
