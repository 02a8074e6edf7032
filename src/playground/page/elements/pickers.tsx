import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { type Holder, useControl } from '../blocks/scope.ts';
import { stringIn } from '../blocks/values.ts';
import { usePage } from '../context.ts';
import { fromLocalInput, toLocalInput } from '../text/zoned.ts';
import { Confirm } from './confirm.tsx';

export function DateElement({ element, holder }: { element: Datepicker; holder: Holder }) {
  const control = useControl(element, holder, element.placeholder?.text ?? 'Date');
  return (
    <>
      <input
        type="date"
        class="picker"
        value={stringIn(control.value, 'selected_date')}
        onChange={(event) =>
          control.change({ type: element.type, selected_date: event.currentTarget.value || null })
        }
        {...control.hooks}
        {...control.aria}
      />
      <Confirm control={control} />
    </>
  );
}

export function TimeElement({ element, holder }: { element: Timepicker; holder: Holder }) {
  const control = useControl(element, holder, element.placeholder?.text ?? 'Time');
  return (
    <>
      <input
        type="time"
        class="picker"
        value={stringIn(control.value, 'selected_time')}
        onChange={(event) =>
          control.change({ type: element.type, selected_time: event.currentTarget.value || null })
        }
        {...control.hooks}
        {...control.aria}
      />
      <Confirm control={control} />
    </>
  );
}

/** Shown in the person's own zone, sent as seconds since 1970, as Slack does. */
export function DateTimeElement({ element, holder }: { element: DateTimepicker; holder: Holder }) {
  const control = useControl(element, holder, 'Date and time');
  const { reader } = usePage();
  const unix = Number(stringIn(control.value, 'selected_date_time'));
  return (
    <>
      <input
        type="datetime-local"
        class="picker"
        value={unix ? toLocalInput(unix, reader.tz) : ''}
        onChange={(event) => {
          const text = event.currentTarget.value;
          control.change({
            type: element.type,
            selected_date_time: text ? fromLocalInput(text, reader.tz) : null,
          });
        }}
        {...control.hooks}
        {...control.aria}
      />
      <Confirm control={control} />
    </>
  );
}
